import { ADDRESS } from '../../contract/release/address.js';
import { signHead } from '../../contract/release/head.js';
import { text } from '../../contract/text.js';
import { lawOf } from '../deciding/proposal.js';
import { servedOn } from '../deciding/proposal.js';
import { notFound } from '../deciding/refusals.js';
import { approvalViews, channelSummaries, keyViews, movesOf, versionsOf } from '../state/questions.js';
import type { Channel } from '../state/state.js';
import { json, numberIn, type Answered, type Asked } from './exchange.js';
import type { Desk } from './statements.js';

/** Longest wait for a newer release. Unit: seconds. */
const MAX_WAIT_S = 25;

/** Where a channel points; waits for a newer release where the client has the newest, and asks for that. */
export async function readChannel(
  { parts }: Desk,
  { parts: [name = ''], query, signal }: Asked,
): Promise<Answered> {
  const after = numberIn(query, 'after', { usual: 0, max: Number.MAX_SAFE_INTEGER });
  const wait = numberIn(query, 'wait', { usual: 0, max: MAX_WAIT_S });
  // The database may be away: what is known then is served on.
  await parts.ledger.catchUp().catch(() => undefined);
  const isNewer = (): boolean => (channelNamed({ parts }, name).moves.at(-1)?.number ?? 0) > after;
  if (!isNewer() && wait > 0) await changed({ parts }, { isNewer, signal, milliseconds: wait * 1_000 });
  return isNewer() ? json(await parts.releases.on(parts.ledger.state, name)) : { status: 304 };
}

interface Waiting {
  readonly isNewer: () => boolean;
  readonly signal: AbortSignal;
  readonly milliseconds: number;
}

function changed({ parts }: Pick<Desk, 'parts'>, { isNewer, signal, milliseconds }: Waiting): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stop();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    const stop = parts.ledger.onChange(() => {
      if (isNewer()) end();
    });
    signal.addEventListener('abort', end, { once: true });
  });
}

function channelNamed({ parts }: Pick<Desk, 'parts'>, name: string): Channel {
  const channel = parts.ledger.state.channels.get(name);
  if (!channel) throw notFound(text(`kênh ${name}`, `channel ${name}`));
  return channel;
}

/** Every channel with where it points. */
export function readChannels({ parts }: Desk): Answered {
  return json(channelSummaries(parts.ledger.state));
}

/** Every move of a channel, newest first. */
export function readHistory({ parts }: Desk, { parts: [name = ''] }: Asked): Answered {
  return json(movesOf(parts.ledger.state, channelNamed({ parts }, name)));
}

/** One move of a channel as the registry signed it. */
export async function readMove({ parts }: Desk, { parts: [name = '', number] }: Asked): Promise<Answered> {
  const move = channelNamed({ parts }, name).moves.find((each) => String(each.number) === number);
  if (!move) throw notFound(text(`bản ${number} trên kênh ${name}`, `release ${number} on channel ${name}`));
  return json(await parts.releases.at(move));
}

/** The versions of subgraphs that a channel serves. */
export function readSubgraphs({ parts }: Desk, { parts: [name = ''] }: Asked): Answered {
  return json(servedOn(parts.ledger.state, name));
}

/** Every version of a subgraph, newest first. */
export function readVersions({ parts }: Desk, { parts: [name = ''] }: Asked): Answered {
  return json(versionsOf(parts.ledger.state, name));
}

/** Every approval that was given, and whether it holds. */
export function readApprovals({ parts }: Desk): Answered {
  return json(approvalViews(parts.ledger.state, new Date()));
}

/** Every key that is or was known. */
export function readKeys({ parts }: Desk): Answered {
  return json(keyViews(parts.ledger.state, new Date()));
}

/** The law of ownership that holds. */
export async function readLaw({ parts }: Desk): Promise<Answered> {
  const address = lawOf(parts.ledger.state);
  return json({ address, text: await parts.texts.find(address, new Map()) });
}

/** A text by its address, which never changes. */
export async function readText({ parts }: Desk, { parts: [given = ''] }: Asked): Promise<Answered> {
  const address = ADDRESS.safeParse(given);
  const found = address.success ? await parts.store.text(address.data) : undefined;
  if (found === undefined) throw notFound(text('văn bản ở địa chỉ này', 'text at this address'));
  return { status: 200, text: found, headers: { 'cache-control': 'private, max-age=31536000, immutable' } };
}

/** A part of the log. */
export async function readLog({ parts }: Desk, { query }: Asked): Promise<Answered> {
  const after = numberIn(query, 'after', { usual: 0, max: Number.MAX_SAFE_INTEGER });
  const limit = numberIn(query, 'limit', { usual: 100, max: 500 });
  return json(await parts.store.entriesAfter(after, limit));
}

/** Where the log has come to, signed now. */
export function readHead({ parts }: Desk): Answered {
  const { name = '', end } = parts.ledger.state;
  return json({ head: signHead({ name, ...end, at: new Date().toISOString() }, parts.key) });
}

/** The most used operations of a channel. */
export async function readOperations({ parts }: Desk, { query }: Asked): Promise<Answered> {
  const top = numberIn(query, 'top', { usual: 100, max: 1_000 });
  return json(await parts.usage.top(query.get('channel') ?? '', top));
}
