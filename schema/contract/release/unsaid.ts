import type { Statement } from './statements.js';
import { randomUUID } from 'node:crypto';

/** A statement before it is known who makes it, for which registry, and when. */
export type Unsaid = Statement extends infer Each
  ? Each extends Statement
    ? Omit<Each, keyof Speaker | 'at' | 'nonce'>
    : never
  : never;

/** In whose name something is said, and to whom. */
export interface Speaker {
  /** An agency's name, or a role. */
  readonly by: string;
  /** The name of the registry; no other one takes the statement. */
  readonly registry: string;
}

/** The statement in somebody's name, with a word that no other statement has. */
export function saidBy({ by, registry }: Speaker, said: Unsaid, at = new Date()): Statement {
  return { ...said, by, registry, at: at.toISOString(), nonce: randomUUID() };
}
