import {
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';

/** A type of a supergraph, or an extension of one. */
export type TypeNode = TypeDefinitionNode | TypeExtensionNode;

/** The types of a supergraph that clients receive values of. */
export function outputTypesIn({ definitions }: DocumentNode): readonly TypeNode[] {
  return definitions.filter(isType).filter((type) => !isInput(type));
}

/** The fields of a type; none for a type without fields. */
export function fieldsOf(type: TypeNode): readonly FieldDefinitionNode[] {
  return 'fields' in type && !isInput(type) ? (type.fields ?? []) : [];
}

/** A directive at its place. */
export interface Applied {
  readonly directive: ConstDirectiveNode;
  /** Such as `User.email`, for people. */
  readonly place: string;
}

/** The directives at places where rights are enforced: types that clients receive values of, and their fields. */
export function onOutput(document: DocumentNode): readonly Applied[] {
  return outputTypesIn(document).flatMap((type) => {
    const { value: name } = type.name;
    const fields = fieldsOf(type).flatMap((field) => at(field, `${name}.${field.name.value}`));
    return [...at(type, name), ...fields];
  });
}

/** The directives at all other places: input, arguments, the values of enums, the schema and directives themselves. */
export function elsewhere({ definitions }: DocumentNode): readonly Applied[] {
  return definitions.flatMap((definition) => {
    if (isType(definition)) return withinType(definition);
    if (definition.kind === Kind.DIRECTIVE_DEFINITION)
      return within(definition.arguments, `@${definition.name.value}`);
    return 'directives' in definition ? at(definition, 'schema') : [];
  });
}

interface Node {
  readonly directives?: readonly ConstDirectiveNode[];
}

interface NamedNode extends Node {
  readonly name: { readonly value: string };
}

function withinType(type: TypeNode): readonly Applied[] {
  const { value: name } = type.name;
  if (isInput(type)) return [...at(type, name), ...within(type.fields, name)];
  const values = 'values' in type ? type.values : [];
  const givens = fieldsOf(type).flatMap((field) => within(field.arguments, `${name}.${field.name.value}`));
  return [...within(values, name), ...givens];
}

function within(nodes: readonly NamedNode[] = [], place: string): readonly Applied[] {
  return nodes.flatMap((node) => at(node, `${place}.${node.name.value}`));
}

function at(node: object, place: string): readonly Applied[] {
  return ((node as Node).directives ?? []).map((directive) => ({ directive, place }));
}

function isType(definition: DefinitionNode): definition is TypeNode {
  return isTypeDefinitionNode(definition) || isTypeExtensionNode(definition);
}

function isInput(type: TypeNode) {
  return type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || type.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION;
}
