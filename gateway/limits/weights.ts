import type { CostRules, FieldCost, InputCost } from './cost-rules.js';
import { Kind, OperationTypeNode, type FieldNode, type ValueNode } from 'graphql';

/** What an operation costs apart from its fields. Unit: objects. Source: Apollo Router's demand control. */
export const OPERATION_COST: Readonly<Record<OperationTypeNode, number>> = {
  [OperationTypeNode.QUERY]: 0,
  [OperationTypeNode.MUTATION]: 10,
  [OperationTypeNode.SUBSCRIPTION]: 0,
};

/**
 * Weighs the input of one operation. Each variable is weighed once for each kind of place it stands at, so that a large
 * one takes no more time when it is used often.
 */
export class InputWeights {
  private readonly known = new Map<InputCost, Map<string, number>>();

  constructor(
    private readonly rules: CostRules,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  /**
   * What the arguments that a field is given cost, and all that stands in them; less than nothing where they make the
   * field cheaper. Each item of a list costs as much as one value. Unit: objects.
   */
  of({ arguments: given = [] }: FieldNode, { inputs }: FieldCost): number {
    return this.sum(given, inputs);
  }

  private sum(given: readonly Given[], costs: Costs): number {
    let total = 0;
    for (const { name, value } of given) {
      const cost = costs?.get(name.value);
      if (cost) total += this.weightOf(value, cost);
    }
    return total;
  }

  private weightOf(value: ValueNode, cost: InputCost): number {
    if (value.kind === Kind.NULL) return 0;
    if (value.kind === Kind.VARIABLE) return this.weightOfVariable(value.name.value, cost);
    if (value.kind === Kind.LIST)
      return value.values.reduce((sum, each) => sum + this.weightOf(each, cost), 0);
    if (value.kind !== Kind.OBJECT) return cost.weight;
    return cost.weight + this.sum(value.fields, innerCosts(cost, this.rules));
  }

  private valueOf(name: string): unknown {
    return Object.hasOwn(this.variables, name) ? this.variables[name] : undefined;
  }

  private weightOfVariable(name: string, cost: InputCost): number {
    const known = this.known.get(cost) ?? new Map<string, number>();
    const weight = known.get(name) ?? weightOfPlain({ value: this.valueOf(name), cost }, this.rules);
    this.known.set(cost, known.set(name, weight));
    return weight;
  }
}

/** An argument, or a field of an input object, with its value. */
interface Given {
  readonly name: { readonly value: string };
  readonly value: ValueNode;
}

type Costs = ReadonlyMap<string, InputCost> | undefined;

/** A part of a variable's value, with what it costs. */
interface Part {
  readonly value: unknown;
  readonly cost: InputCost;
}

/** The value may be nested more deeply than functions can call each other. */
function weightOfPlain(whole: Part, rules: CostRules): number {
  const left = [whole];
  let total = 0;
  for (let part = left.pop(); part; part = left.pop()) {
    const isOne = part.value !== undefined && part.value !== null && !Array.isArray(part.value);
    total += isOne ? part.cost.weight : 0;
    for (const each of partsOf(part, rules)) left.push(each);
  }
  return total;
}

function partsOf({ value, cost }: Part, rules: CostRules): readonly Part[] {
  if (Array.isArray(value)) return value.map((each: unknown) => ({ value: each, cost }));
  const costs = innerCosts(cost, rules);
  if (!costs || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const inner = costs.get(name);
    return inner ? [{ value: each as unknown, cost: inner }] : [];
  });
}

function innerCosts({ type }: InputCost, rules: CostRules): Costs {
  return type === undefined ? undefined : rules.ofInput(type);
}
