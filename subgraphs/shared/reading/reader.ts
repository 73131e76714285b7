import { HubError } from '../../../schema/contract/errors.js';
import { text } from '../../../schema/contract/text.js';
import { refParts } from '../database/refs.js';
import { pageOf, type Connection, type Page, type PageArgs } from '../page.js';
import type { HubRecord } from '../record.js';
import { AS_PUBLIC, type Access } from './access.js';
import { connectionFrom } from './connection.js';
import { cursorOf } from './cursor.js';
import { keptTotalSql } from './kept-totals.js';
import { knownSql } from './known.js';
import { conditionSql } from './condition.js';
import { countSql, listedSql, pageSql, type ListedRow, type Listing } from './listing.js';
import { compileRows, type RawRow, type RecordClass } from './rows.js';
import type { EntityManager, EntityMetadata } from '@mikro-orm/core';
import { sql, type RawBuilder } from 'kysely';
import type { SqlEntityManager } from '@mikro-orm/sql';
import DataLoader from 'dataloader';

/** Rows of a list that is read whole because its length is limited by its nature, such as the parties of an agreement. */
const WHOLE_LIST = 500;

type Compiled<Row> = (row: RawRow) => Row;

/**
 * Reads records for one fetch. Equal questions asked at the same time go to the database as one statement,
 * so the number of statements depends on the shape of a query, never on the number of rows.
 */
export class Reader {
  readonly #byKey = new Map<string, DataLoader<string, object | null>>();
  readonly #lists = new Map<string, DataLoader<string, readonly ListedRow[]>>();
  readonly #counts = new Map<string, DataLoader<string, number>>();
  readonly #compiled = new Map<string, Compiled<object>>();
  /** Days as whose knowledge records were read, where not as of now. */
  readonly #knownOn = new WeakMap<object, string>();

  constructor(
    private readonly em: SqlEntityManager,
    private readonly access: Access = AS_PUBLIC,
  ) {}

  /** The record with this key, null when there is none that the caller may read. */
  byKey<Row extends HubRecord>(type: RecordClass<Row>, key: string, knownOn = ''): Promise<Row | null> {
    const meta = this.#meta(type);
    const loader = remember(
      this.#byKey,
      `${meta.className} ${knownOn}`,
      () => new DataLoader((keys) => this.#fetch(meta, keys, knownOn)),
    );
    return loader.load(key) as Promise<Row | null>;
  }

  /** The record with this key in the version that was known when `row` was, so that both can be computed with. */
  beside<Row extends HubRecord>(row: HubRecord, type: RecordClass<Row>, key: string): Promise<Row | null> {
    return this.byKey(type, key, this.#knownOn.get(row));
  }

  /** The record that a stored reference of this type points at. */
  byRef<Row extends HubRecord>(type: RecordClass<Row>, ref: string | null): Promise<Row | null> {
    return ref === null ? Promise.resolve(null) : this.byKey(type, refParts(ref).key);
  }

  /** The whole of a list that is short by nature, for one parent. @throws HubError INVALID_INPUT when it is not */
  async whole<Row extends HubRecord>(
    type: RecordClass<Row>,
    listing: Listing,
    parent = '',
  ): Promise<readonly Row[]> {
    const rows = await this.#list(type, listing, WHOLE).load(parent);
    if (rows.length > WHOLE_LIST) throw tooLong();
    return rows.map(this.#reviver(type, listing));
  }

  /** One page of a list as a connection. @throws HubError INVALID_PAGE, INVALID_CURSOR */
  async page<Row extends HubRecord>(type: RecordClass<Row>, asked: AskedPage): Promise<Connection<Row>> {
    const { listing, parent = '' } = asked;
    const page = pageOf(asked.page);
    const found = await this.#list(type, listing, page).load(parent);
    return connectionFrom(page, {
      found,
      cursorOf: ({ position__, key }) => cursorOf(listing.order, { value: position__, key: key as string }),
      nodeOf: this.#reviver(type, listing),
      count: () => this.#count(type, listing).load(parent),
    });
  }

  /** The rows of a list as SQL, for statements that compute over them. */
  listed(type: RecordClass, listing: Pick<Listing, 'filters' | 'asKnownOn'>): RawBuilder<unknown> {
    return listedSql(this.#meta(type), listing, this.access.readable);
  }

  /** Runs a statement that a repository wrote. */
  async rows<Row>(statement: RawBuilder<Row>): Promise<readonly Row[]> {
    const { rows } = await this.access.run(statement, this.em.getKysely());
    return rows;
  }

  #list(type: RecordClass, listing: Listing, page: Page): DataLoader<string, readonly ListedRow[]> {
    const meta = this.#meta(type);
    return remember(
      this.#lists,
      JSON.stringify([meta.className, listing, page]),
      () =>
        new DataLoader(async (parents) => {
          const rows = await this.rows(pageSql(meta, listing, { page, ...this.#asked(parents) }));
          const groups = Map.groupBy(rows, ({ parent__ }) => parent__);
          return parents.map((parent) => groups.get(parent) ?? []);
        }),
    );
  }

  #count(type: RecordClass, listing: Listing): DataLoader<string, number> {
    const meta = this.#meta(type);
    return remember(
      this.#counts,
      JSON.stringify([meta.className, listing]),
      () =>
        new DataLoader(async (parents) => {
          const kept = keptTotalSql(meta, listing, this.access);
          const rows = await this.rows(kept ?? countSql(meta, listing, this.#asked(parents)));
          const totals = new Map(rows.map(({ parent, total }) => [parent, Number(total)]));
          return parents.map((parent) => totals.get(parent) ?? 0);
        }),
    );
  }

  #asked(parents: readonly string[]) {
    return { parents: [...parents], readable: this.access.readable };
  }

  async #fetch(meta: EntityMetadata, keys: readonly string[], knownOn: string): Promise<(object | null)[]> {
    const table = knownOn ? knownSql(meta, knownOn, keys) : sql.table(meta.tableName);
    const rows = await this.rows(
      sql<RawRow>`select t.* from ${table} t where t.key = any(${[...keys]}::uuid[]) and ${conditionSql(meta, [], this.access.readable)}`,
    );
    const compile = this.#remembering(this.#compile(meta), knownOn);
    const found = new Map(rows.map((row) => [row['key'] as string, compile(row)]));
    return keys.map((key) => found.get(key) ?? null);
  }

  #reviver<Row extends HubRecord>(type: RecordClass<Row>, { asKnownOn }: Listing): Compiled<Row> {
    return this.#remembering(this.#compile(this.#meta(type)), asKnownOn ?? '');
  }

  #remembering<Row extends object>(compile: Compiled<Row>, knownOn: string): Compiled<Row> {
    if (!knownOn) return compile;
    return (raw) => {
      const row = compile(raw);
      this.#knownOn.set(row, knownOn);
      return row;
    };
  }

  #compile<Row extends object>(meta: EntityMetadata<Row>): Compiled<Row> {
    const compiled = remember(this.#compiled, meta.className, () =>
      compileRows(meta as EntityMetadata, this.em.getPlatform()),
    );
    return compiled as Compiled<Row>;
  }

  #meta<Row extends object>(type: RecordClass<Row>): EntityMetadata<Row> {
    return (this.em as EntityManager).getMetadata().getByClassName<Row>(type.name);
  }
}

/** A page asked of a list, for one parent where the list has parents. */
export interface AskedPage {
  readonly listing: Listing;
  readonly page: PageArgs;
  readonly parent?: string;
}

const WHOLE: Page = { count: WHOLE_LIST, backward: false, cursor: null };

function tooLong(): HubError {
  return new HubError(
    'INVALID_INPUT',
    text(
      `Danh sách này có hơn ${WHOLE_LIST} dòng: hãy thêm điều kiện để thu hẹp.`,
      `This list has more than ${WHOLE_LIST} rows: narrow the question.`,
    ),
    { limit: WHOLE_LIST },
  );
}

function remember<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const made = make();
  values.set(key, made);
  return made;
}
