import type { Occurrence } from '../judge/occurrences.js';
import type { MayFail } from '../judge/health.js';
import type { Verdict } from '../judge/right.js';
import type { Question, Received } from './asking.js';
import type { Issuer } from './issuer.js';
import type { Calm } from './calm.js';
import type { Role } from './roles.js';

/** What one caller does once. */
export interface Errand {
  /** What it is when its answer is whole. */
  readonly kind: Occurrence;
  readonly role: Role;
  readonly question: Question;
  readonly judge: (received: Received, mayFail: MayFail) => Verdict;
}

/** What errands are made with. */
export interface Surroundings {
  readonly issuer: Issuer;
  /** What is right. */
  readonly calm: Calm;
  /** Changes that were sent, and whether the client knows that they were made. */
  readonly changes: Map<string, 'acknowledged' | 'unknown'>;
}

/** Makes an errand for a role. */
export type ErrandMaker = (role: Role, surroundings: Surroundings) => Promise<Errand>;
