import type { ListSize, StatedFieldCost } from '../../limits/cost-rules.js';

/**
 * The cost of a field of an interface, whose values may come from any type that implements it: the dearest of them.
 * Sizes of lists are joined as composition joins those of several agencies.
 */
export function joinedCost(costs: readonly StatedFieldCost[]): StatedFieldCost {
  const list = costs.flatMap((each) => each.list ?? []).reduce(joinedSize, undefined);
  const weight = Math.max(...costs.map((each) => each.weight));
  return { weight, ...(list && { list }), inputs: joinedInputs(costs) };
}

function joinedSize(one: ListSize | undefined, other: ListSize): ListSize {
  if (!one) return other;
  const sizes = [one, other].flatMap(({ assumedSize }) => assumedSize ?? []);
  return {
    ...(sizes.length > 0 && { assumedSize: Math.max(...sizes) }),
    slicingArguments: union(one.slicingArguments, other.slicingArguments),
    sizedFields: union(one.sizedFields, other.sizedFields),
    requireOneSlicingArgument: one.requireOneSlicingArgument && other.requireOneSlicingArgument,
  };
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])];
}

function joinedInputs(costs: readonly StatedFieldCost[]): StatedFieldCost['inputs'] {
  const parts = Map.groupBy(
    costs.flatMap(({ inputs }) => inputs),
    ([name]) => name,
  );
  return [...parts].map(([name, inputs]) => {
    const weight = Math.max(...inputs.map(([, cost]) => cost.weight));
    return [name, { ...inputs[0]?.[1], weight }] as const;
  });
}
