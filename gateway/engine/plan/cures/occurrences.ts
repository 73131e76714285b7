import type { TypeRelations } from '../../execute/type-relations.js';
import type { Composites } from './composites.js';
import { EVERY_ELEMENT } from '../plan.js';
import { Kind, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql';

/** A field that an operation selects at a place. */
export interface Occurrence {
  readonly field: FieldNode;
  /** The type whose field it is. */
  readonly type: string;
  /** Type conditions around it that not all objects at the place meet. */
  readonly conditions: readonly string[];
}

/** What an operation selects at a place that is reached under the same conditions. */
export interface Reached {
  /** The conditions on the way, as text. */
  readonly way: string;
  readonly sets: readonly { readonly set: SelectionSetNode; readonly type: string }[];
}

/** Finds what operations select where. */
export class Occurrences {
  constructor(
    private readonly composites: Composites,
    private readonly relations: TypeRelations,
  ) {}

  /** What is selected at a path, by the ways to it. */
  at({ definitions }: DocumentNode, path: readonly string[]): readonly Reached[] {
    const [operation] = definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
    const root = { set: operation.selectionSet, type: ROOTS[operation.operation] };
    const keys = path.filter((step) => step !== EVERY_ELEMENT);
    return keys.reduce<readonly Reached[]>(
      (reached, key) => this.below(reached, key),
      [{ way: '', sets: [root] }],
    );
  }

  /** The fields that are selected at a place under a key. */
  of({ sets }: Reached, key: string): readonly Occurrence[] {
    return sets
      .flatMap(({ set, type }) => this.inSet(set, type))
      .filter(({ field }) => (field.alias ?? field.name).value === key);
  }

  private below(reached: readonly Reached[], key: string): readonly Reached[] {
    const next = reached.flatMap((each) =>
      this.of(each, key).flatMap(({ field, type, conditions }) => {
        const below = this.composites.typeOf(type, field.name.value);
        const way = `${each.way}/${conditions.toSorted().join('&')}`;
        return field.selectionSet ? [{ way, set: field.selectionSet, type: below }] : [];
      }),
    );
    return [...Map.groupBy(next, ({ way }) => way)].map(([way, sets]) => ({ way, sets }));
  }

  private inSet({ selections }: SelectionSetNode, type: string): readonly Occurrence[] {
    return selections.flatMap((each): readonly Occurrence[] => {
      if (each.kind === Kind.FIELD) return [{ field: each, type, conditions: [] }];
      if (each.kind === Kind.FRAGMENT_SPREAD) return [];
      const condition = each.typeCondition?.name.value ?? type;
      const inner = this.inSet(each.selectionSet, condition);
      if (this.relations.isOf(type, condition)) return inner;
      return inner.map((found) => ({ ...found, conditions: [condition, ...found.conditions] }));
    });
  }
}

const ROOTS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;
