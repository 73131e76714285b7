import {
  Kind,
  parse,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** A type with fields. */
export type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** The types with fields of a supergraph, by their names. */
export class Composites {
  private readonly types: ReadonlyMap<string, Composite>;

  constructor({ definitions }: DocumentNode) {
    this.types = new Map(definitions.filter(isComposite).map((type) => [type.name.value, type]));
  }

  /** All of them. */
  get all(): readonly Composite[] {
    return [...this.types.values()];
  }

  /** One of them; nothing for any other type. */
  type(name: string): Composite | undefined {
    return this.types.get(name);
  }

  /** A field of a type; nothing for one that the type does not have. */
  field(type: string, field: string): FieldDefinitionNode | undefined {
    return this.types.get(type)?.fields?.find(({ name }) => name.value === field);
  }

  /** The named type of a field; empty for one that the type does not have. */
  typeOf(type: string, field: string): string {
    let named = '';
    const definition = this.field(type, field);
    if (definition) visit(definition.type, { NamedType: ({ name }) => void (named = name.value) });
    return named;
  }

  /** The type, and all that implement it. */
  ofType(type: string): readonly string[] {
    const implementing = this.all.filter(({ interfaces }) =>
      interfaces?.some(({ name }) => name.value === type),
    );
    return [type, ...implementing.map(({ name }) => name.value)];
  }

  /** The type, all that implement it, and all that it implements. */
  private related(type: string): readonly string[] {
    const implemented = this.types.get(type)?.interfaces ?? [];
    return [...this.ofType(type), ...implemented.map(({ name }) => name.value)];
  }

  /** The fields that a selection of a type names at any depth, as `Type.field`, of all related types. */
  coordinates({ selections }: SelectionSetNode, type: string): readonly string[] {
    return selections.flatMap((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return [];
      if (node.kind === Kind.INLINE_FRAGMENT)
        return this.coordinates(node.selectionSet, node.typeCondition?.name.value ?? type);
      const name = node.name.value;
      const below = node.selectionSet ? this.coordinates(node.selectionSet, this.typeOf(type, name)) : [];
      return [...this.related(type).map((each) => coordinate(each, name)), ...below];
    });
  }
}

/** A field as `Type.field`. */
export function coordinate(type: string, field: string): string {
  return `${type}.${field}`;
}

/** Whether a definition is of a type with fields. */
export function isComposite(node: DocumentNode['definitions'][number]): node is Composite {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

/** What a field set such as `id owner { id }` selects. */
export function selectionOf(fieldSet: string): SelectionSetNode {
  const [operation] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A field set is a selection.');
  return operation.selectionSet;
}

/** The text of an argument of a directive: a string, a name, or nothing. */
export function textOf({ arguments: given = [] }: ConstDirectiveNode, name: string): string | undefined {
  const value = given.find((each) => each.name.value === name)?.value;
  return value && 'value' in value ? String(value.value) : undefined;
}
