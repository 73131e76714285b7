import type { InputCost } from '../../limits/cost-rules.js';
import { namedIn, type CostReader } from './stated.js';
import { Kind, type DocumentNode, type InputValueDefinitionNode } from 'graphql';

/** What it costs to give input. */
export interface InputCosts {
  /** Of an argument or a field of input; nothing where it costs nothing. */
  of(input: InputValueDefinitionNode): InputCost | null;
  /** The fields that cost something, by their types. */
  readonly types: ReadonlyMap<string, readonly (readonly [field: string, cost: InputCost])[]>;
}

/**
 * Reads what input costs.
 *
 * @param weights what is stated of types. Unit: objects.
 */
export function inputCosts(
  document: DocumentNode,
  read: CostReader,
  weights: ReadonlyMap<string, number>,
): InputCosts {
  const fields = inputFieldsIn(document);
  const weightOf = (input: InputValueDefinitionNode): number =>
    read.weightAt(input) ?? weights.get(namedIn(input.type)) ?? 0;
  const costly = costlyTypes(fields, weightOf);
  const of = (input: InputValueDefinitionNode): InputCost | null => {
    const weight = weightOf(input);
    const type = namedIn(input.type);
    if (costly.has(type)) return { weight, type };
    return weight === 0 ? null : { weight };
  };
  return { of, types: new Map([...costly].map((type) => [type, costsIn(fields.get(type) ?? [], of)])) };
}

type Inputs = readonly InputValueDefinitionNode[];

function costsIn(inputs: Inputs, costOf: InputCosts['of']) {
  return inputs.flatMap((input) => {
    const cost = costOf(input);
    return cost ? [[input.name.value, cost] as const] : [];
  });
}

function inputFieldsIn({ definitions }: DocumentNode): ReadonlyMap<string, Inputs> {
  const types = definitions.filter(
    (each) =>
      each.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || each.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION,
  );
  const parts = Map.groupBy(types, ({ name }) => name.value);
  return new Map([...parts].map(([name, nodes]) => [name, nodes.flatMap(({ fields = [] }) => fields)]));
}

/** The input types that cost something, in their own fields or further down. */
function costlyTypes(
  types: ReadonlyMap<string, Inputs>,
  weightOf: (input: InputValueDefinitionNode) => number,
): ReadonlySet<string> {
  const users = Map.groupBy(usesIn(types), ({ used }) => used);
  const found = [...types].filter(([, inputs]) => inputs.some((each) => weightOf(each) !== 0));
  const costly = new Set(found.map(([name]) => name));
  for (const name of costly) for (const { user } of users.get(name) ?? []) costly.add(user);
  return costly;
}

function usesIn(types: ReadonlyMap<string, Inputs>) {
  return [...types].flatMap(([user, inputs]) => inputs.map(({ type }) => ({ user, used: namedIn(type) })));
}
