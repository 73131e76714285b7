import { fieldsOf, outputTypesIn, type TypeNode } from '../../schema/contract/access/applied.js';
import { NO_COSTS, type StatedCosts, type StatedFieldCost } from '../limits/cost-rules.js';
import { inputCosts, type InputCosts } from './costs/inputs.js';
import { joinedCost } from './costs/joined.js';
import { costReader, namedIn, type CostReader } from './costs/stated.js';
import { Kind, type DocumentNode, type FieldDefinitionNode } from 'graphql';

/** Reads what a supergraph states with `@cost` and `@listSize`; empty where it does not link their specification. */
export function statedCosts(document: DocumentNode): StatedCosts {
  const read = costReader(document);
  return read ? new CostReading(document, read).costs() : NO_COSTS;
}

/** Weight of an object that nobody gave one. Unit: objects. */
const OBJECT_WEIGHT = 1;

type FieldCosts = ReadonlyMap<string, StatedFieldCost>;

/** Reads the costs of one supergraph. */
class CostReading {
  private readonly types: readonly TypeNode[];
  /** The object types of which the values of unions and interfaces are. */
  private readonly objects: ReadonlyMap<string, readonly string[]>;
  private readonly composites: ReadonlySet<string>;
  private readonly weights: ReadonlyMap<string, number>;
  private readonly inputs: InputCosts;

  constructor(
    document: DocumentNode,
    private readonly read: CostReader,
  ) {
    this.types = outputTypesIn(document);
    this.objects = objectsIn(this.types);
    this.composites = new Set(this.types.filter(isComposite).map(({ name }) => name.value));
    this.weights = this.weightsOfTypes();
    this.inputs = inputCosts(document, read, this.weights);
  }

  costs(): StatedCosts {
    const parts = [...Map.groupBy(this.types, ({ name }) => name.value)];
    const own = new Map(parts.map(([name, nodes]) => [name, this.costsIn(nodes)]));
    const joined = parts
      .filter(([, nodes]) => nodes.some(isInterface))
      .map(([name, nodes]) => [name, this.joined(name, nodes, own)] as const);
    const stated = [...new Map([...own, ...joined])].filter(([, costs]) => costs.size > 0);
    return { fields: stated.map(([type, costs]) => [type, [...costs]]), inputs: [...this.inputs.types] };
  }

  /** What is stated of types; of unions and interfaces, where nothing is, what the dearest of their objects weighs. */
  private weightsOfTypes(): ReadonlyMap<string, number> {
    const stated = new Map(
      this.types.flatMap((type) => {
        const weight = this.read.weightAt(type);
        return weight === undefined ? [] : [[type.name.value, weight] as const];
      }),
    );
    const abstract = [...this.objects]
      .filter(([name, objects]) => !stated.has(name) && objects.some((each) => stated.has(each)))
      .map(
        ([name, objects]) =>
          [name, Math.max(...objects.map((each) => stated.get(each) ?? OBJECT_WEIGHT))] as const,
      );
    return new Map([...stated, ...abstract]);
  }

  private costsIn(nodes: readonly TypeNode[]): FieldCosts {
    return new Map(
      nodes.flatMap(fieldsOf).flatMap((field) => {
        const cost = this.costOf(field);
        return cost ? [[field.name.value, cost] as const] : [];
      }),
    );
  }

  private costOf(field: FieldDefinitionNode): StatedFieldCost | null {
    const stated = this.read.weightAt(field) ?? this.weights.get(namedIn(field.type));
    const list = this.read.sizeAt(field);
    const inputs = (field.arguments ?? []).flatMap((argument) => {
      const cost = this.inputs.of(argument);
      return cost ? [[argument.name.value, cost] as const] : [];
    });
    if (stated === undefined && !list && inputs.length === 0) return null;
    return { weight: stated ?? this.usualWeight(field), ...(list && { list }), inputs };
  }

  /** The costs of an interface's fields, each as dear as in the dearest of its objects. */
  private joined(name: string, nodes: readonly TypeNode[], own: ReadonlyMap<string, FieldCosts>): FieldCosts {
    const objects = this.objects.get(name) ?? [];
    const costs = nodes.flatMap(fieldsOf).flatMap((field) => {
      const stated = [name, ...objects].flatMap((each) => own.get(each)?.get(field.name.value) ?? []);
      if (stated.length === 0) return [];
      const isUsualSomewhere = objects.some((each) => !own.get(each)?.has(field.name.value));
      const usual = isUsualSomewhere ? [{ weight: this.usualWeight(field), inputs: [] }] : [];
      return [[field.name.value, joinedCost([...stated, ...usual])] as const];
    });
    return new Map(costs);
  }

  private usualWeight({ type }: FieldDefinitionNode): number {
    return this.composites.has(namedIn(type)) ? OBJECT_WEIGHT : 0;
  }
}

/** The object types by the unions and interfaces to which they belong. */
function objectsIn(types: readonly TypeNode[]): ReadonlyMap<string, readonly string[]> {
  const pairs = types.flatMap((type) => {
    const name = type.name.value;
    if ('types' in type)
      return (type.types ?? []).map((each) => ({ abstract: name, object: each.name.value }));
    if (!('interfaces' in type) || isInterface(type)) return [];
    return (type.interfaces ?? []).map((each) => ({ abstract: each.name.value, object: name }));
  });
  const found = Map.groupBy(pairs, ({ abstract }) => abstract);
  return new Map([...found].map(([abstract, each]) => [abstract, each.map(({ object }) => object)]));
}

function isInterface({ kind }: TypeNode): boolean {
  return kind === Kind.INTERFACE_TYPE_DEFINITION || kind === Kind.INTERFACE_TYPE_EXTENSION;
}

function isComposite(type: TypeNode): boolean {
  return 'fields' in type || 'types' in type;
}
