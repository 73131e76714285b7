import { isData, typenameOf, type Data } from './data.js';
import type { TypeRelations } from './type-relations.js';
import { Kind, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql';

/** The keys that a fetch asks of an object, each with what it asks below. */
type Keys = ReadonlyMap<string, Expected | null>;

/** What a fetch asks for at one place of its answer. */
export class Expected {
  private readonly byType = new Map<string | undefined, Keys>();

  constructor(
    private readonly sets: readonly SelectionSetNode[],
    private readonly relations: TypeRelations,
  ) {}

  /**
   * Takes out of an answer what was not asked for, so that a subgraph cannot slip in what others own. The answer itself
   * is changed, since nobody else has it.
   */
  keepAsked(value: unknown): void {
    if (Array.isArray(value)) for (const each of value) this.keepAsked(each);
    else if (isData(value)) this.keepAskedOf(value);
  }

  /** What is asked below a key of an object. */
  below(key: string): Expected | null {
    return this.keysOf(undefined).get(key) ?? null;
  }

  private keepAskedOf(data: Data): void {
    const keys = this.keysOf(typenameOf(data));
    for (const key in data) {
      const below = keys.get(key);
      if (below === undefined) delete data[key];
      else if (below !== null) below.keepAsked(data[key]);
    }
  }

  /** The keys for objects of a type; those for any type where the name is not one of an object type. */
  keysOf(name: string | undefined): Keys {
    const type = name !== undefined && this.relations.isObject(name) ? name : undefined;
    const known = this.byType.get(type);
    if (known) return known;
    const keys = this.collect(type);
    this.byType.set(type, keys);
    return keys;
  }

  private collect(type: string | undefined): Keys {
    const fields = new Map<string, SelectionSetNode[]>();
    for (const set of this.sets)
      for (const node of this.fieldsIn(set, type)) {
        const key = node.alias?.value ?? node.name.value;
        const below = fields.get(key) ?? [];
        if (node.selectionSet) below.push(node.selectionSet);
        fields.set(key, below);
      }
    return new Map(
      [...fields].map(([key, sets]) => [key, sets.length > 0 ? new Expected(sets, this.relations) : null]),
    );
  }

  private *fieldsIn({ selections }: SelectionSetNode, type: string | undefined): Iterable<FieldNode> {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) yield node;
      else if (node.kind === Kind.INLINE_FRAGMENT && this.applies(node.typeCondition?.name.value, type))
        yield* this.fieldsIn(node.selectionSet, type);
    }
  }

  /** An object that names no object type, as one that stands for an interface, may be of any. */
  private applies(condition: string | undefined, type: string | undefined): boolean {
    return condition === undefined || type === undefined || this.relations.isOf(type, condition);
  }
}

/** What the operation of a document asks for. */
export function expectedOf({ definitions }: DocumentNode, relations: TypeRelations): Expected {
  const [operation] = definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A fetch is one operation.');
  return new Expected([operation.selectionSet], relations);
}
