/** One way to identify an entity: the fields of a key as a subgraph states them. */
export interface KeyStyle {
  /** Keys of each subgraph that knows the entity, by its place among them. */
  readonly keysAt: (place: number) => readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

const ID: KeyStyle = { keysAt: () => ['id'], fields: { id: 'ID!' } };

/** All ways, the usual one more often. */
export const KEY_STYLES: readonly KeyStyle[] = [
  ID,
  ID,
  { keysAt: () => ['row column'], fields: { row: 'Int!', column: 'String!' } },
  { keysAt: () => ['mark { x y }'], fields: { mark: 'Mark!' } },
  {
    keysAt: (place) => [['id', 'code'], ['code'], ['id'], ['id']][place] ?? ['id'],
    fields: { id: 'ID!', code: 'String!' },
  },
];
