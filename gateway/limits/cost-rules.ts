/** How long a list is, as its agency states it with `@listSize`. Source: https://specs.apollo.dev/cost/v0.1. */
export interface ListSize {
  /** Unit: rows. */
  readonly assumedSize?: number;
  /** The arguments that ask for a number of rows. */
  readonly slicingArguments: readonly string[];
  /** The lists in the returned object that are that long; without them the field itself is. */
  readonly sizedFields: readonly string[];
  /** Whether exactly one of the arguments should be given. */
  readonly requireOneSlicingArgument: boolean;
}

/** What it costs to give an argument, or a field of input. */
export interface InputCost {
  /** Unit: objects. */
  readonly weight: number;
  /** The type of its values, where further costs stand in it. */
  readonly type?: string;
}

/** What a field costs, by itself. */
export interface FieldCost {
  /** Of each of its values. Unit: objects. */
  readonly weight: number;
  readonly list?: ListSize;
  /** By argument. */
  readonly inputs: ReadonlyMap<string, InputCost>;
}

/** What the parts of a graph cost, where that is stated otherwise than by what they are. */
export interface CostRules {
  /** Whether nothing is stated. */
  readonly isEmpty: boolean;
  /** The cost of a field of a type. */
  ofField(type: string, field: string): FieldCost | undefined;
  /** The costs of the fields of an input type. */
  ofInput(type: string): ReadonlyMap<string, InputCost> | undefined;
}

type Stated<Value> = readonly (readonly [name: string, value: Value])[];

/** A field's cost as plain data. */
export type StatedFieldCost = Omit<FieldCost, 'inputs'> & { readonly inputs: Stated<InputCost> };

/** Costs as plain data: types with their fields. */
export interface StatedCosts {
  readonly fields: Stated<Stated<StatedFieldCost>>;
  readonly inputs: Stated<Stated<InputCost>>;
}

/** What a graph states that states no costs. */
export const NO_COSTS: StatedCosts = { fields: [], inputs: [] };

/** The costs that were read from a supergraph. */
export function costRules(stated: StatedCosts): CostRules {
  const fields = new Map(stated.fields.map(([type, costs]) => [type, new Map(costs.map(ruleOf))]));
  const inputs = new Map(stated.inputs.map(([type, costs]) => [type, new Map(costs)]));
  return {
    isEmpty: fields.size === 0,
    ofField: (type, field) => fields.get(type)?.get(field),
    ofInput: (type) => inputs.get(type),
  };
}

function ruleOf([field, { inputs, ...cost }]: readonly [string, StatedFieldCost]) {
  return [field, { ...cost, inputs: new Map(inputs) }] as const;
}
