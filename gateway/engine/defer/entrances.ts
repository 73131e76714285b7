import { graphNames } from '../../supergraph/facts.js';
import { Composites, selectionOf, textOf, type Composite } from '../plan/cures/composites.js';
import { graphsOf, isJoinField, keysOf } from '../plan/cures/joins.js';
import { Kind, parseType, type ConstDirectiveNode, type DocumentNode, type TypeNode } from 'graphql';

/** What the subgraphs of a supergraph can be asked of the objects that they find by a key. */
export class Entrances {
  private readonly composites: Composites;
  /** Members of the enum of graphs by the names of subgraphs. */
  private readonly graphs: ReadonlyMap<string, string>;
  /** By graph and type. */
  private readonly keys = new Map<string, readonly string[] | null>();

  constructor(supergraph: DocumentNode) {
    this.composites = new Composites(supergraph);
    const nameOf = graphNames(supergraph);
    this.graphs = new Map(this.composites.all.flatMap(graphsOf).map((graph) => [nameOf(graph), graph]));
  }

  /** The fields by which a subgraph finds any object of a type; `null` where there is no such key, or not of leaves alone. */
  keyOf(subgraph: string, type: string): readonly string[] | null {
    const graph = this.graphs.get(subgraph) ?? '';
    const name = `${graph} ${type}`;
    const known = this.keys.get(name);
    if (known !== undefined) return known;
    const key = this.commonKey(graph, type);
    this.keys.set(name, key);
    return key;
  }

  /** Whether a subgraph answers a field of all objects of a type when it knows no more of them than a key. */
  answers(subgraph: string, type: string, field: string): boolean {
    const graph = this.graphs.get(subgraph) ?? '';
    const objects = this.objectsOf(graph, type);
    return objects.every(({ name }) => this.isIn(graph, name.value, field, isUnconditional));
  }

  /** The type of a field as a subgraph has it. */
  typeOf(subgraph: string, type: string, field: string): TypeNode | undefined {
    const definition = this.composites.field(type, field);
    const graph = this.graphs.get(subgraph);
    const own = definition?.directives?.find((each) => isJoinField(each) && textOf(each, 'graph') === graph);
    const text = own && textOf(own, 'type');
    return text === undefined ? definition?.type : parseType(text);
  }

  private commonKey(graph: string, type: string): readonly string[] | null {
    const [first, ...others] = this.objectsOf(graph, type).map((each) => openKeys(each, graph));
    const isCommon = (key: readonly string[]): boolean =>
      others.every((keys) => keys.some((each) => each.join() === key.join())) &&
      key.every((field) => this.isIn(graph, type, field, () => true));
    return first?.find(isCommon) ?? null;
  }

  /** The object types of a type that a graph knows; none where it takes an interface for an object. */
  private objectsOf(graph: string, name: string): readonly Composite[] {
    const type = this.composites.type(name);
    if (!type || isTaken(type, graph)) return [];
    const all = type.kind === Kind.OBJECT_TYPE_DEFINITION ? [type] : this.composites.all;
    return all.filter(
      (each) => each.kind === Kind.OBJECT_TYPE_DEFINITION && (each === type || isOf(each, name, graph)),
    );
  }

  private isIn(graph: string, type: string, field: string, isMeant: (join: Join) => boolean): boolean {
    const { directives } = this.composites.field(type, field) ?? {};
    const joins = directives?.filter(isJoinField) ?? [];
    if (joins.length > 0) return joins.some((join) => textOf(join, 'graph') === graph && isMeant(join));
    const found = directives && this.composites.type(type);
    return found !== undefined && graphsOf(found).includes(graph);
  }
}

type Join = ConstDirectiveNode;

/** What says that a graph answers a field only sometimes, or not at all. */
const CONDITIONS: ReadonlySet<string> = new Set([
  'external',
  'requires',
  'contextArguments',
  'usedOverridden',
]);

function isUnconditional({ arguments: given = [] }: Join): boolean {
  return !given.some(({ name }) => CONDITIONS.has(name.value));
}

/** The keys of leaves by which a graph can be entered. */
function openKeys(type: Composite, graph: string): readonly (readonly string[])[] {
  const open = keysOf(type, graph).filter((key) => textOf(key, 'resolvable') !== 'false');
  return open.flatMap((key) => {
    const { selections } = selectionOf(textOf(key, 'key') ?? '');
    const names = selections.flatMap((each) =>
      each.kind === Kind.FIELD && !each.selectionSet ? each.name.value : [],
    );
    return names.length === selections.length ? [names.toSorted()] : [];
  });
}

function isOf({ directives = [] }: Composite, type: string, graph: string): boolean {
  return directives.some(
    (each) =>
      each.name.value === 'join__implements' &&
      textOf(each, 'graph') === graph &&
      textOf(each, 'interface') === type,
  );
}

function isTaken({ directives = [] }: Composite, graph: string): boolean {
  return directives.some(
    (each) => textOf(each, 'graph') === graph && textOf(each, 'isInterfaceObject') === 'true',
  );
}
