import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type SelectionNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

const CONDITIONS = new Set([GraphQLSkipDirective.name, GraphQLIncludeDirective.name]);

/** The names of the variables that decide what of a document is asked for, in a fixed order. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const found = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (!CONDITIONS.has(name.value)) return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) found.add(value.name.value);
    },
  });
  return [...found].toSorted();
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
export function unconditional({ directives = [] }: SelectionNode): readonly DirectiveNode[] {
  return directives.filter(({ name }) => !CONDITIONS.has(name.value));
}
