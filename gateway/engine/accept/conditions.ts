import { DEFER } from './defer.js';
import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type DirectiveNode,
  type SelectionNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

const CONDITIONS = new Set([GraphQLSkipDirective.name, GraphQLIncludeDirective.name, DEFER.name]);

const NO_DIRECTIVES: readonly DirectiveNode[] = [];

/** Whether a directive decides what is asked for, or when. */
export function isCondition({ name }: DirectiveNode): boolean {
  return CONDITIONS.has(name.value);
}

/**
 * Whether `@skip` and `@include` leave a node in.
 *
 * @throws GraphQLError when a condition has no value, as GraphQL demands.
 */
export function isIncluded(node: SelectionNode, variables: Variables): boolean {
  if (!node.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  if (skip?.['if'] === true) return false;
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return include?.['if'] !== false;
}

/** The directives that are not conditions. */
export function unconditional({ directives = NO_DIRECTIVES }: SelectionNode): readonly DirectiveNode[] {
  return directives.length === 0 ? NO_DIRECTIVES : directives.filter((each) => !isCondition(each));
}
