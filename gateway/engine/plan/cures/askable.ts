import type { Standing } from './standing.js';
import {
  baseType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  possibleRuntimeTypes,
  type CompositeType,
  type Schema,
} from '@apollo/federation-internals';
import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Writes an operation as the planner understands it; it asks for the same. */
export type Askable = (operation: DocumentNode) => DocumentNode;

/** A place of an operation. */
interface Place {
  readonly type: CompositeType;
  /** The interface for which objects may stand here, if they may. */
  readonly standing?: string;
  /** Whether a subgraph may lead here that takes the interface for an object. */
  readonly isTaken?: boolean;
}

/**
 * Makes the function for one supergraph.
 *
 * Where objects may stand for an interface, the planner has no plan for a condition on another abstract type: that
 * becomes conditions on the types which both have. And where one subgraph that takes an interface for an object leads to
 * a field that another one has to be told of others for, the planner never ends with a condition around that field: it
 * is asked of all objects there.
 *
 * @param schema what clients see
 */
export function askable(schema: Schema, standing: Standing): Askable {
  if (!standing.isAnywhere) return (operation) => operation;
  const writer = new Writer(schema, standing);
  return (operation) => ({
    ...operation,
    definitions: operation.definitions.map((each) => {
      if (each.kind !== Kind.OPERATION_DEFINITION) return each;
      const type = schema.schemaDefinition.rootType(each.operation);
      return type ? { ...each, selectionSet: writer.set(each.selectionSet, { type }) } : each;
    }),
  });
}

class Writer {
  constructor(
    private readonly schema: Schema,
    private readonly standing: Standing,
  ) {}

  set({ selections, ...set }: SelectionSetNode, place: Place): SelectionSetNode {
    const written = this.selections(selections, place);
    return { ...set, selections: written.length > 0 ? written : [TYPENAME] };
  }

  private selections(all: readonly SelectionNode[], place: Place): readonly SelectionNode[] {
    return all.flatMap((each) => {
      if (each.kind === Kind.FIELD) return [this.field(each, place)];
      return each.kind === Kind.INLINE_FRAGMENT ? this.fragment(each, place) : [each];
    });
  }

  private field(node: FieldNode, { type }: Place): FieldNode {
    const name = node.name.value;
    const below = node.selectionSet && this.typeBelow(type, name);
    if (!node.selectionSet || !below) return node;
    const standing = this.standing.has(below.name) ? below.name : undefined;
    const isTaken = standing !== undefined && this.standing.leadsTo(type.name, name, standing);
    return { ...node, selectionSet: this.set(node.selectionSet, { type: below, standing, isTaken }) };
  }

  private fragment(node: InlineFragmentNode, place: Place): readonly SelectionNode[] {
    const condition = this.composite(node.typeCondition?.name.value) ?? place.type;
    const { selections } = node.selectionSet;
    if (place.standing === undefined) {
      const standing = this.standing.has(condition.name) ? condition.name : undefined;
      return [{ ...node, selectionSet: this.set(node.selectionSet, { type: condition, standing }) }];
    }
    const types = typesOf(place.type).filter((each) => typesOf(condition).includes(each));
    if (types.length > 0 && isOf(place.type, condition)) return this.selections(selections, place);
    return types.flatMap((type) => this.narrowed(selections, { ...place, type }));
  }

  /** What is asked of the objects of one type at a place. */
  private narrowed(all: readonly SelectionNode[], place: Place): readonly SelectionNode[] {
    const selections = this.selections(all, place);
    const [open = [], own = []] = [true, false].map((isOpen) =>
      selections.filter((each) => this.isForAll(each, place) === isOpen),
    );
    return own.length > 0 || open.length > 0
      ? [...open, fragmentOn(place.type.name, own.length > 0 ? own : [TYPENAME])]
      : [];
  }

  /** Whether a field has to be asked of all objects at the place though it is asked of one type alone. */
  private isForAll(node: SelectionNode, { standing, isTaken }: Place): boolean {
    if (node.kind !== Kind.FIELD || standing === undefined || !isTaken) return false;
    return this.standing.isTold(standing, node.name.value);
  }

  private typeBelow(type: CompositeType, field: string): CompositeType | undefined {
    const found = 'field' in type ? type.field(field)?.type : undefined;
    const below = found && baseType(found);
    return below && isCompositeType(below) ? below : undefined;
  }

  private composite(name = ''): CompositeType | undefined {
    const found = this.schema.type(name);
    return found && isCompositeType(found) ? found : undefined;
  }
}

function typesOf(type: CompositeType): readonly CompositeType[] {
  return isAbstractType(type) ? possibleRuntimeTypes(type) : [type];
}

/** Whether what is selected under a condition can be selected of a type itself. */
function isOf(type: CompositeType, condition: CompositeType): boolean {
  if (type.name === condition.name || !isAbstractType(type)) return true;
  return isInterfaceType(type) && type.implementsInterface(condition.name);
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function fragmentOn(type: string, selections: readonly SelectionNode[]): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}
