import type { Statement } from './statements.js';
import { randomUUID } from 'node:crypto';

/** A statement before it is known who makes it, and when. */
export type Unsaid = Statement extends infer Each
  ? Each extends Statement
    ? Omit<Each, 'by' | 'at' | 'nonce'>
    : never
  : never;

/** The statement in somebody's name, with a word that no other statement has. */
export function saidBy(by: string, said: Unsaid, at = new Date()): Statement {
  return { ...said, by, at: at.toISOString(), nonce: randomUUID() };
}
