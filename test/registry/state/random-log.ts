import { addressOf, type Address } from '../../../schema/contract/release/address.js';
import { newKey } from '../../../schema/contract/release/keys.js';
import type { Statement } from '../../../schema/contract/release/statements.js';
import type { LogEntry } from '../../../schema/contract/release/wire.js';
import { aLog } from '../../contract/release/a-log.js';
import { aKey } from '../../contract/release/a-statement.js';

/** Signs every entry. */
export const KEY = aKey();
/** What stands in every log that speaks of it: a founding, a channel, a publication, what was composed, an approval. */
const AGENCIES = ['union', 'coordination', 'recognition'] as const;
const OTHER_KEYS = Array.from({ length: 4 }, () => newKey());

/** Numbers that choose what is said next. */
export type Dice = readonly (readonly [what: number, which: number])[];

/** A log in which everything refers to what was said before it. */
export async function randomLog(dice: Dice): Promise<readonly LogEntry[]> {
  let log = await aLog(first(), KEY);
  for (const [what, which] of dice) {
    const make = SAYINGS[what % SAYINGS.length];
    const said = make?.({ log, which, nonce: `nonce-of-entry-${log.length + 1}` });
    if (said) log = [...log, ...(await aLog([said], KEY, log.at(-1)))];
  }
  return log;
}

interface Asked {
  readonly log: readonly LogEntry[];
  readonly which: number;
  readonly nonce: string;
}

function said(by: string, nonce: string) {
  return { by, registry: 'a-test', at: '2026-01-02T03:04:05.000Z', nonce } as const;
}

function first(): readonly Statement[] {
  const keys = { registryKey: KEY.publicJwk, operatorKeys: [newKey().publicJwk] };
  return [
    {
      kind: 'FOUNDED',
      ...said('REGISTRY', 'nonce-of-founding'),
      ...keys,
      law: addressOf('law'),
    },
    {
      kind: 'CHANNEL_MADE',
      ...said('REGISTRY', 'nonce-of-channel'),
      channel: 'production',
      description: 'first',
    },
  ];
}

function earlier({ log, which }: Asked, kind: Statement['kind']): Address | undefined {
  const ids = log.filter((entry) => entry.kind === kind).map(({ id }) => id);
  return ids[which % Math.max(1, ids.length)];
}

type Saying = (asked: Asked) => Statement | undefined;

const SAYINGS: readonly Saying[] = [
  ({ which, nonce }) => {
    const subgraph = AGENCIES[which % AGENCIES.length] ?? 'union';
    const sdl = addressOf(String(which));
    const rest = { subgraph, sdl, url: 'http://a.test', channel: 'production', message: 'm', accepts: [] };
    return { kind: 'PUBLISHED', ...said(subgraph, nonce), ...rest };
  },
  (asked) => {
    const publication = earlier(asked, 'PUBLISHED');
    const address = addressOf(String(asked.which));
    const rest = { supergraph: address, api: address, law: address, opened: [] };
    const subgraphs = publication ? [{ name: 'union', publication }] : [];
    return { kind: 'COMPOSED', ...said('REGISTRY', asked.nonce), ...rest, subgraphs };
  },
  (asked) => {
    const composed = earlier(asked, 'COMPOSED');
    const cause = earlier(asked, 'PUBLISHED');
    const number = asked.log.filter(({ kind }) => kind === 'POINTED').length + 1;
    if (!composed || !cause) return undefined;
    return {
      kind: 'POINTED',
      ...said('REGISTRY', asked.nonce),
      channel: 'production',
      number,
      composed,
      cause,
    };
  },
  ({ which, nonce }) => {
    const rights = [{ right: 'EXTEND' as const, coordinate: `Type${which % 9}` }];
    return { kind: 'APPROVED', ...said('union', nonce), to: 'recognition', rights, reason: 'r' };
  },
  (asked) => {
    const approval = earlier(asked, 'APPROVED');
    return approval && { kind: 'APPROVAL_WITHDRAWN', ...said('union', asked.nonce), approval, reason: 'r' };
  },
  ({ which, nonce }) => {
    const publicJwk = OTHER_KEYS[which % OTHER_KEYS.length]?.publicJwk ?? KEY.publicJwk;
    return { kind: 'KEY_ADDED', ...said('OPERATOR', nonce), agency: 'union', publicJwk };
  },
  ({ nonce }) => ({ kind: 'KEY_REVOKED', ...said('OPERATOR', nonce), kid: KEY.kid, reason: 'r' }),
  ({ which, nonce }) => ({
    kind: 'OUTCOME',
    ...said('GATEWAY', nonce),
    channel: 'production',
    number: 1 + (which % 3),
    outcome: 'LAUNCHED',
  }),
  ({ which, nonce }) => ({
    kind: 'LAW_MADE',
    ...said('OPERATOR', nonce),
    law: addressOf(`law ${which}`),
    message: 'm',
  }),
  ({ which, nonce }) => ({
    kind: 'DOCUMENTS_REGISTERED',
    ...said('union', nonce),
    client: `client ${which % 3}`,
    version: '1',
    documents: addressOf(String(which)),
  }),
];
