import type { SqlEntityManager } from '@mikro-orm/sql';

/** Something that an agency told the others. */
export interface Announced {
  /** Number in the outbox of the agency; rises in the order in which it was told. */
  readonly id: number;
  /** Reference of the record that it is about. */
  readonly entity: string;
  readonly kind: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/**
 * What an agency told, to be read by another. This is all that a transport between agencies has to offer: one that is no
 * PostgreSQL fits in here.
 */
export interface Outbox {
  /** Name of the agency that tells. */
  readonly source: string;
  /**
   * At most `limit` announcements after the given number, in their order. What was forgotten is left out: all had heard
   * it, and of {@link LASTING_KINDS} a later one says how things stand.
   */
  after(id: number, limit: number): Promise<readonly Announced[]>;
  /** Notes how far an agency has heard; what all have heard may be forgotten. */
  acknowledge(reader: string, id: number): Promise<void>;
}

/**
 * Kinds of which each announcement says all that is to be known of its thing, so that the last one about it is enough for
 * whoever begins to listen. The thing is `key` of the content, or else the record.
 */
export const LASTING_KINDS: readonly string[] = ['ORGANIZATION_EDGE', 'STANDARD_SUBJECT', 'POLICE_TERRITORY'];

/**
 * What an agency does about announcements of one kind that the agency `source` told, in the transaction that also notes
 * that it was done. It must not do anything beyond that transaction.
 */
export type Handler = (em: SqlEntityManager, announced: Announced, source: string) => Promise<void>;

/** Handlers by kind; other kinds are passed over. */
export type Handlers = Readonly<Record<string, Handler>>;
