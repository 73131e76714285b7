import type { Nation, Rows } from '../nation.js';
import { at } from '../random.js';
import { MARK } from '../words.js';
import { batchAt, MIXED_EVERY } from './recognition.js';
import { WHOLE } from './structure.js';

/** Recipients of one kind, each of a batch by itself, with the file on which it was decided. */
export interface Singles {
  /** What the keys of their records begin with. */
  readonly prefix: string;
  readonly kind: 'COLLECTIVE' | 'INDIVIDUAL';
  readonly count: number;
  /** Number of the batch of the nth. */
  readonly batch: (nth: number) => number;
  /** How the nth appears, and how far its consent came before the conferral. */
  readonly consent: (nth: number) => { readonly state: string; readonly visibility: string };
}

/** A collective of each batch. */
export function collectives(nation: Nation): Singles {
  return {
    prefix: '',
    kind: 'COLLECTIVE',
    count: nation.count(WHOLE.batches),
    batch: (nth) => nth,
    consent: () => ({ state: 'NOT_REQUIRED', visibility: 'COUNT_ONLY' }),
  };
}

/** How individuals appear and consent; no answer is no consent. */
const ANSWERS = [
  { state: 'GRANTED', visibility: 'NAME_PUBLIC' },
  { state: 'GRANTED', visibility: 'COUNT_ONLY' },
  { state: 'WITHDRAWN', visibility: 'NAME_PUBLIC' },
  { state: 'REQUESTED', visibility: 'NAME_PUBLIC' },
  { state: 'REFUSED', visibility: 'NAME_PUBLIC' },
  ...Array.from({ length: 15 }, () => ({ state: 'GRANTED', visibility: 'NAME_PUBLIC' })),
];

/** An individual of every so many batches. */
export function individuals(nation: Nation): Singles {
  return {
    prefix: 'individual ',
    kind: 'INDIVIDUAL',
    count: nation.count(WHOLE.batches / MIXED_EVERY),
    batch: (nth) => nth * MIXED_EVERY,
    consent: (nth) => at(ANSWERS, nth),
  };
}

/** The recipients of one kind with their consents, and the names of those who consent. */
export function recipientRows(nation: Nation, singles: Singles): readonly Rows[] {
  const tables = singles.kind === 'INDIVIDUAL' ? [recipients, consents, names] : [recipients, consents];
  return tables.map((rows) => rows(nation, singles));
}

/** Whether the public is told who the nth is: not of individuals who may be counted alone, or withheld consent. */
export function isTold({ kind, consent }: Singles, nth: number): boolean {
  const { state, visibility } = consent(nth);
  return (
    kind === 'COLLECTIVE' || (visibility === 'NAME_PUBLIC' && state !== 'REFUSED' && state !== 'WITHDRAWN')
  );
}

function recipients(nation: Nation, singles: Singles): Rows {
  return {
    type: 'Recipient',
    kind: `${singles.prefix}Recipient`,
    count: singles.count,
    row: (nth) => {
      const { side, recipient } = batchAt(nation, singles.batch(nth));
      return {
        classification: isTold(singles, nth) ? 'PUBLIC' : 'RESTRICTED',
        kind: singles.kind,
        side,
        visibility: singles.consent(nth).visibility,
        organization: recipient,
        registeredBy: recipient,
      };
    },
  };
}

/** Days of a consent that have been reached. */
const REACHED: Readonly<Record<string, readonly string[]>> = {
  REQUESTED: ['requestedOn'],
  GRANTED: ['requestedOn', 'answeredOn'],
  REFUSED: ['requestedOn', 'answeredOn'],
  WITHDRAWN: ['requestedOn', 'answeredOn', 'withdrawnOn'],
};

function consents(nation: Nation, { prefix, count, batch, consent }: Singles): Rows {
  return {
    type: 'Consent',
    kind: `${prefix}Consent`,
    count,
    row: (nth) => {
      const { decidedOn } = batchAt(nation, batch(nth));
      const { state } = consent(nth);
      const days = (REACHED[state] ?? []).map((day) => [day, decidedOn] as const);
      return {
        classification: 'RESTRICTED',
        recipient: nation.key(`${prefix}Recipient`, nth),
        state,
        ...Object.fromEntries(days),
      };
    },
  };
}

/** Names of nobody, of those who consent alone. */
function names(nation: Nation, { prefix, count, consent }: Singles): Rows {
  return {
    type: 'PersonalText',
    kind: `${prefix}PersonalText`,
    count,
    row: (nth) => {
      if (consent(nth).state !== 'GRANTED') return null;
      const recipient = nation.key(`${prefix}Recipient`, nth);
      const text = `Người được khen số ${nth + 1} ${MARK}`;
      return { classification: 'RESTRICTED', recipient, aboutKey: recipient, kind: 'NAME', text };
    },
  };
}
