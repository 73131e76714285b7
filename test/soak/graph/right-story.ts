import type { Whole } from '../judge/right.js';
import type { Role } from '../callers/roles.js';
import { requiredIn } from './required.js';
import { PROTECTED } from './secrets.js';
import { orgOf } from './teller.js';

/** Which story is asked for, by whom. */
export interface StoryAsked {
  /** The whole operation. */
  readonly query: string;
  readonly field: string;
  readonly type: string;
  readonly number: number;
  readonly role: Role;
  /** Unit: characters. */
  readonly pad?: number;
}

/** What is asked of a story. */
export const STORY = 'number title parties org { name guard { name } }';

/** The right answer to {@link STORY}, with its padding at the end where there is one. */
export function storyAnswer({ query, field, type, number, role, pad }: StoryAsked): Whole {
  const n = orgOf(number);
  const isShown = role === 'officer';
  const story = {
    number,
    title: `${type} ${number}`,
    parties: isShown ? `${PROTECTED} ${number}` : null,
    org: { name: orgName(n), guard: { name: `Công an ${n}` } },
    ...(pad !== undefined && { pad: 'x'.repeat(pad) }),
  };
  return { data: { [field]: story }, hasDenials: !isShown, isRequired: requiredIn(query) };
}

/** The name of the n-th organisation. */
export function orgName(n: number): string {
  return `Công đoàn ${n}`;
}
