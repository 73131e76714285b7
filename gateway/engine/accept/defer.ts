import type { Deferral } from '../operation.js';
import {
  DirectiveLocation,
  getDirectiveValues,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLString,
  type FragmentSpreadNode,
  type InlineFragmentNode,
} from 'graphql';

/** Says that a fragment may be answered later. Source: GraphQL's draft on incremental delivery, as of 2022-08-24. */
export const DEFER = new GraphQLDirective({
  name: 'defer',
  description:
    'Cho phép trả lời phần này sau.\n\nLets this part be answered later, to clients that take several answers.',
  locations: [DirectiveLocation.FRAGMENT_SPREAD, DirectiveLocation.INLINE_FRAGMENT],
  args: {
    if: {
      type: new GraphQLNonNull(GraphQLBoolean),
      defaultValue: true,
      description: 'Chỉ khi đúng.\n\nOnly when true.',
    },
    label: {
      type: GraphQLString,
      description: 'Tên của phần này trong câu trả lời.\n\nNames this part in the answer.',
    },
  },
});

/**
 * The part that a fragment makes, if it is deferred.
 *
 * @param parent the part around it
 * @throws GraphQLError when the condition has no value, as GraphQL demands.
 */
export function deferralBy(
  node: FragmentSpreadNode | InlineFragmentNode,
  variables: Readonly<Record<string, unknown>>,
  parent: Deferral | undefined,
): Deferral | undefined {
  if (!node.directives?.length) return undefined;
  const given = getDirectiveValues(DEFER, node, variables);
  if (!given || given['if'] === false) return undefined;
  const { label } = given;
  return { parent, ...(typeof label === 'string' && { label }) };
}
