import type { Audience } from './audiences.js';
import type { ExampleRole } from './roles.js';

/** A question that the sandbox offers, with the query that answers it. */
export interface Example {
  /** Short permanent name, for example Q01. */
  readonly id: string;
  readonly group: Audience;
  /** The role that its answer needs; none where everybody gets one. */
  readonly role?: ExampleRole | undefined;
  /** The question in Vietnamese. */
  readonly vi: string;
  /** The question in English. */
  readonly en: string;
  /** One operation, without the header lines of its file. */
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
