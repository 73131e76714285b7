import { GraphQLBoolean, GraphQLNonNull, Kind, type DirectiveNode, type ValueNode } from 'graphql';
import type { Dice } from './dice.js';
import { nameNode } from './nodes.js';
import type { ValueMaker } from './values.js';

/** How often a selection has conditions. */
const SHARE = 0.05;

/** The `@skip` and `@include` of a selection, most often none. */
export function conditionsFor(dice: Dice, values: ValueMaker): readonly DirectiveNode[] {
  if (!dice.chance(SHARE)) return [];
  const names = dice.pick([['skip'], ['include'], ['include', 'skip']]);
  return names.map((name) => ({
    kind: Kind.DIRECTIVE,
    name: nameNode(name),
    arguments: [{ kind: Kind.ARGUMENT, name: nameNode('if'), value: conditionFor(dice, values) }],
  }));
}

function conditionFor(dice: Dice, values: ValueMaker): ValueNode {
  if (dice.chance(0.7)) return values.variable(new GraphQLNonNull(GraphQLBoolean));
  return { kind: Kind.BOOLEAN, value: dice.chance(0.5) };
}
