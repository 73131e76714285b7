import { keyOf } from '../../../schema/contract/ids.js';
import { text } from '../../../schema/contract/text.js';
import { refText } from '../database/refs.js';
import { AS_BEGUN } from '../reading/access.js';
import { Reader } from '../reading/reader.js';
import type { RecordClass } from '../reading/rows.js';
import type { HubRecord } from '../record.js';
import type { Actor } from '../rights/actor.js';
import type { ChangeInput } from './input.js';
import { notFound, Refusal, UserErrorCode } from './refusal.js';
import { LockMode, type EntityData } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { v7 } from 'uuid';

/** What other agencies are told: about which record, of which kind, and what they need of it; never a name. */
export interface Announcement {
  /** Reference of the record; announcements of one record arrive in their order. */
  readonly entity: string;
  readonly kind: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Which version of a record a change is about. */
export type Expected = Pick<ChangeInput, 'id' | 'expectedVersion'>;

/** One mutation's work on the database: all of it happens, or none. */
export class Transaction {
  readonly #touched = new Set<string>();
  readonly #announcements: Announcement[] = [];

  constructor(
    readonly em: SqlEntityManager,
    readonly actor: Actor,
    /** Today in Vietnam, `YYYY-MM-DD`. */
    readonly today: string,
  ) {}

  /** Reads as the caller may, what this transaction has flushed included. */
  get read(): Reader {
    return new Reader(this.em, AS_BEGUN);
  }

  /** References of all records that were found or made, for the audit log. */
  get touched(): readonly string[] {
    return [...this.#touched];
  }

  get announcements(): readonly Announcement[] {
    return this.#announcements;
  }

  /**
   * The record with this id, held until the end of the transaction.
   *
   * @throws HubError INVALID_ID; Refusal NOT_FOUND, FORBIDDEN_SCOPE where it may be read and not changed
   */
  async find<Row extends HubRecord>(type: RecordClass<Row>, id: string): Promise<Row> {
    const key = keyOf(type.name, id);
    this.#touched.add(refText({ type: type.name, key }));
    const found = await this.em.findOne(
      type as never,
      { key },
      {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      },
    );
    if (found) return found as Row;
    if (await this.read.byKey(type, key)) throw notYours(type.name);
    throw notFound(type.name);
  }

  /** As {@link find}, of the version that the caller read. @throws Refusal STALE_VERSION, NOT_FOUND, FORBIDDEN_SCOPE */
  async findExpected<Row extends HubRecord>(type: RecordClass<Row>, expected: Expected): Promise<Row> {
    const record = await this.find(type, expected.id);
    if (record.version === expected.expectedVersion) return record;
    throw stale(expected.expectedVersion, record.version);
  }

  /** Adds a record; it is written at the end of the work, or by `flush`. */
  create<Row extends HubRecord>(type: RecordClass<Row>, values: NewValues<Row>): Row {
    const key = v7();
    this.#touched.add(refText({ type: type.name, key }));
    const record = this.em.create(type as never, { key, ...values } as never) as Row;
    this.em.persist(record);
    return record;
  }

  /** Writes what was changed so far, so that statements see it. */
  flush(): Promise<void> {
    return this.em.flush();
  }

  /** Tells the other agencies, if and when the transaction ends well. */
  announce(announcement: Announcement): void {
    this.#announcements.push(announcement);
  }
}

/** Values of a new record, by property; the key is made for it. */
export type NewValues<Row extends HubRecord> = Omit<EntityData<Row>, 'key' | 'version' | 'recordedAt'>;

function notYours(type: string): Refusal {
  return new Refusal(
    UserErrorCode.FORBIDDEN_SCOPE,
    text(
      `${type} này không do tổ chức hoặc vai trò của bạn thay đổi.`,
      `This ${type} is not for your organisation or role to change.`,
    ),
    { field: 'id' },
  );
}

function stale(expected: number, found: number): Refusal {
  return new Refusal(
    UserErrorCode.STALE_VERSION,
    text(
      `Bản ghi đang ở phiên bản ${found}, không phải ${expected}: hãy đọc lại rồi gửi lại.`,
      `The record is at version ${found}, not ${expected}: read it again and send again.`,
    ),
    { field: 'expectedVersion' },
  );
}
