import {
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DefinitionNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
  type UnionTypeDefinitionNode,
} from 'graphql';

/** What one subgraph says of one field. */
export interface FieldFacts {
  readonly type: TypeNode;
  readonly isExternal: boolean;
  readonly isInaccessible: boolean;
  readonly requires?: SelectionSetNode;
  readonly provides?: SelectionSetNode;
  /** The subgraph from which it takes the field over, whole and not by a label. */
  readonly overrides?: string;
}

/** A key of an entity in one subgraph. */
export interface KeyFacts {
  /** As the subgraph wrote it. */
  readonly text: string;
  readonly selection: SelectionSetNode;
  readonly isResolvable: boolean;
}

/** What one subgraph says of one object type or interface. */
export interface TypeFacts {
  readonly name: string;
  readonly isInterface: boolean;
  readonly isInterfaceObject: boolean;
  readonly interfaces: readonly string[];
  readonly keys: readonly KeyFacts[];
  readonly fields: ReadonlyMap<string, FieldFacts>;
}

/** What one subgraph says, read from its SDL. */
export interface SubgraphFacts {
  readonly name: string;
  /** Object types and interfaces. */
  readonly types: ReadonlyMap<string, TypeFacts>;
  readonly unions: ReadonlyMap<string, readonly string[]>;
  readonly enums: ReadonlyMap<string, readonly string[]>;
}

/** Reads what a subgraph says of its types. */
export function factsOf(name: string, sdl: string): SubgraphFacts {
  const { definitions } = parse(sdl, { noLocation: true });
  return {
    name,
    types: new Map(definitions.filter(isComposite).map((type) => [type.name.value, typeFacts(type)])),
    unions: new Map(definitions.filter(isUnion).map((each) => [each.name.value, namesOf(each.types)])),
    enums: new Map(definitions.filter(isEnum).map((each) => [each.name.value, valuesOf(each)])),
  };
}

/** The selection that a field set such as `id owner { id }` stands for. */
export function fieldSet(text: string): SelectionSetNode {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${text} is no field set.`);
  return operation.selectionSet;
}

const COMPOSITE = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_EXTENSION,
  Kind.INTERFACE_TYPE_DEFINITION,
] as const;

type Composite = Extract<DefinitionNode, { kind: (typeof COMPOSITE)[number] }>;

function isComposite(definition: DefinitionNode): definition is Composite {
  return (COMPOSITE as readonly string[]).includes(definition.kind);
}

function isUnion(definition: DefinitionNode): definition is UnionTypeDefinitionNode {
  return definition.kind === Kind.UNION_TYPE_DEFINITION;
}

function isEnum(definition: DefinitionNode): definition is EnumTypeDefinitionNode {
  return definition.kind === Kind.ENUM_TYPE_DEFINITION;
}

function typeFacts({ kind, name, interfaces, directives, fields = [] }: Composite): TypeFacts {
  return {
    name: name.value,
    isInterface: kind === Kind.INTERFACE_TYPE_DEFINITION,
    isInterfaceObject: applied(directives, 'interfaceObject').length > 0,
    interfaces: namesOf(interfaces),
    keys: applied(directives, 'key').map(({ fields: text, resolvable }) => ({
      text: String(text),
      selection: fieldSet(String(text)),
      isResolvable: resolvable !== false,
    })),
    fields: new Map(fields.map((field) => [field.name.value, fieldFacts(field)])),
  };
}

function fieldFacts({ type, directives }: FieldDefinitionNode): FieldFacts {
  const [requires] = applied(directives, 'requires');
  const [provides] = applied(directives, 'provides');
  const [override] = applied(directives, 'override');
  return {
    type,
    isExternal: applied(directives, 'external').length > 0,
    isInaccessible: applied(directives, 'inaccessible').length > 0,
    ...(requires && { requires: fieldSet(String(requires['fields'])) }),
    ...(provides && { provides: fieldSet(String(provides['fields'])) }),
    ...(override && override['label'] === undefined && { overrides: String(override['from']) }),
  };
}

function applied(directives: readonly ConstDirectiveNode[] = [], name: string) {
  return directives
    .filter((directive) => directive.name.value === name)
    .map(({ arguments: given = [] }) =>
      Object.fromEntries(given.map((each) => [each.name.value, valueFromASTUntyped(each.value)])),
    );
}

function namesOf(nodes: readonly { readonly name: { readonly value: string } }[] = []): readonly string[] {
  return nodes.map(({ name }) => name.value);
}

function valuesOf({ values = [] }: EnumTypeDefinitionNode): readonly string[] {
  return values
    .filter(({ directives }) => applied(directives, 'inaccessible').length === 0)
    .map(({ name }) => name.value);
}
