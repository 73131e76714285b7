import { isSpecType } from './machinery.js';
import type { IsDirective } from './supergraph.js';
import {
  isTypeDefinitionNode,
  Kind,
  visit,
  type ASTNode,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
} from 'graphql';

/** What clients see of a supergraph: without what is hidden, and without who answers what. */
export function apiDocument(document: DocumentNode, isHiding: IsDirective): DocumentNode {
  const hidden = hiddenTypes(document, isHiding);
  const visible = document.definitions.filter(
    (each) => isForClients(each) && !('name' in each && each.name && hidden.has(each.name.value)),
  );
  const isGone = (node: ASTNode): boolean => isHidden(node, isHiding);
  return visit(
    { ...document, definitions: visible },
    {
      Directive: ({ name }) => (KEPT.has(name.value) ? undefined : null),
      FieldDefinition: (node) => (isGone(node) ? null : undefined),
      InputValueDefinition: (node) => (isGone(node) ? null : undefined),
      EnumValueDefinition: (node) => (isGone(node) ? null : undefined),
      NamedType: ({ name }, _key, parent) =>
        Array.isArray(parent) && hidden.has(name.value) ? null : undefined,
    },
  );
}

const KEPT: ReadonlySet<string> = new Set(['deprecated', 'specifiedBy', 'oneOf']);

function hiddenTypes({ definitions }: DocumentNode, isHiding: IsDirective): ReadonlySet<string> {
  const hidden = definitions.filter(isTypeDefinitionNode).filter((type) => isHidden(type, isHiding));
  return new Set(hidden.map(({ name }) => name.value));
}

function isHidden(node: object, isHiding: IsDirective): boolean {
  const { directives = [] } = node as { readonly directives?: readonly ConstDirectiveNode[] };
  return directives.some(({ name }) => isHiding(name.value));
}

function isForClients(definition: DefinitionNode): boolean {
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return isExecutable(definition);
  return !isTypeDefinitionNode(definition) || !isSpecType(definition);
}

function isExecutable({ locations }: DirectiveDefinitionNode): boolean {
  return locations.some(({ value }) => EXECUTABLE.has(value));
}

/** Places in operations. Source: the GraphQL specification, section 3.13. */
export const EXECUTABLE: ReadonlySet<string> = new Set([
  'QUERY',
  'MUTATION',
  'SUBSCRIPTION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
]);
