import type { TypeRelations } from '../execute/type-relations.js';
import { writeFor, type Write } from './write.js';
import type { Selected, SelectedField, SelectedFragment, Selection } from '../operation.js';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  GraphQLList,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** What shapes are made of. */
export interface ShapeParts {
  readonly schema: GraphQLSchema;
  readonly relations: TypeRelations;
  /** The key under which a field is fetched. */
  fetchKeyOf(field: SelectedField): string;
}

/** One key of the answer. */
export interface ShapeField {
  /** Key in the answer. */
  readonly key: string;
  /** The key as JSON, with its colon. */
  readonly json: string;
  readonly name: string;
  /** Name of the type whose field it is. */
  readonly parent: string;
  /** Key under which it was fetched. */
  readonly fetchKey: string;
  /** Nothing for what the gateway itself answers. */
  readonly type?: GraphQLOutputType;
  readonly isDenied: boolean;
  /** How its values are written; nothing for what the gateway itself answers. */
  readonly write?: Write;
  /** What is below; nothing for a leaf. */
  readonly shape?: Shape;
}

type Fields = Readonly<Record<string, GraphQLField<unknown, unknown>>>;

/** What the answer holds at one place, for each type of object that may stand there. */
export class Shape {
  /** Whether objects of all types have the same keys, and none is the name of the type. */
  readonly isUniform: boolean;
  private readonly byType = new Map<string, readonly ShapeField[]>();

  constructor(
    readonly type: GraphQLCompositeType,
    private readonly selections: readonly Selection[],
    private readonly parts: ShapeParts,
  ) {
    this.isUniform = selections.every((selection) => selection.every(isForAll));
  }

  /** The type of an object that names its type; `null` if no such object may stand here. */
  typeOf(named: string | undefined): string | null {
    if (!isAbstractType(this.type)) return this.type.name;
    const type = named === undefined ? undefined : this.parts.schema.getType(named);
    if (
      type &&
      'getInterfaces' in type &&
      !isAbstractType(type) &&
      this.parts.schema.isSubType(this.type, type)
    )
      return type.name;
    return this.isUniform && (named === undefined || named === this.type.name) ? this.type.name : null;
  }

  /** The keys of objects of a type, in the order in which the client asked. */
  fieldsOf(type: string): readonly ShapeField[] {
    const known = this.byType.get(type);
    if (known) return known;
    const fields = this.collected(type);
    this.byType.set(type, fields);
    return fields;
  }

  private collected(type: string): readonly ShapeField[] {
    const found = new Map<string, SelectedField[]>();
    for (const selection of this.selections) this.collect(selection, type, found);
    const own = this.fieldsOfType(type);
    return Array.from(found.values(), (same) => this.fieldFor(same, own));
  }

  private collect(selection: Selection, type: string, found: Map<string, SelectedField[]>): void {
    for (const each of selection) {
      if (each.kind === 'fragment') {
        if (this.parts.relations.isOf(type, each.type.name)) this.collect(each.selection, type, found);
        continue;
      }
      const same = found.get(each.key);
      if (same) same.push(each);
      else found.set(each.key, [each]);
    }
  }

  private fieldFor(same: readonly SelectedField[], own: Fields | undefined): ShapeField {
    const open = same.filter(({ isDenied }) => !isDenied);
    const [first] = open.length > 0 ? open : same;
    if (!first) throw new Error('Under a key there is a field.');
    const { key, name, parent } = first;
    const field = first.field && (own?.[name] ?? first.field);
    const type = field && (first.isOnTheWay ? nullableAt(field.type) : field.type);
    const shape = type && first.selection && this.shapeOf(type, open);
    return {
      key,
      json: `"${key}":`,
      name,
      parent: parent.name,
      fetchKey: this.parts.fetchKeyOf(first),
      type,
      isDenied: open.length === 0,
      write: type && (shape ? writeFor(type, shape) : leafWrite(type)),
      shape,
    };
  }

  private shapeOf(type: GraphQLOutputType, open: readonly SelectedField[]): Shape | undefined {
    const named = getNamedType(type);
    if (!isCompositeType(named)) return undefined;
    const selections = open.flatMap(({ selection }) => (selection ? [selection] : []));
    return new Shape(named, selections, this.parts);
  }

  /** The fields as the type itself has them, which may promise more than the interface by which the client asks. */
  private fieldsOfType(type: string): Fields | undefined {
    const found = this.parts.schema.getType(type);
    return isObjectType(found) || isInterfaceType(found) ? found.getFields() : undefined;
  }
}

/** The type of which nothing has to be there. */
function nullableAt(type: GraphQLOutputType): GraphQLOutputType {
  if (isNonNullType(type)) return nullableAt(type.ofType);
  return isListType(type) ? new GraphQLList(nullableAt(type.ofType)) : type;
}

const leafWrites = new WeakMap<GraphQLOutputType, Write>();

/** Leaves of one type are written alike wherever they stand. */
function leafWrite(type: GraphQLOutputType): Write {
  const known = leafWrites.get(type);
  if (known) return known;
  const write = writeFor(type, undefined);
  leafWrites.set(type, write);
  return write;
}

/** Whether objects of all types have what is selected: a field, or nothing at all. */
function isForAll(each: Selected): boolean {
  return each.kind === 'field' ? each.name !== '__typename' : isEmpty(each);
}

function isEmpty({ selection }: SelectedFragment): boolean {
  return selection.every((each) => each.kind === 'fragment' && isEmpty(each));
}
