import { addressOf, type Address } from '../../contract/release/address.js';
import { HubError } from '../../contract/errors.js';
import { RegistryLink, type LinkOptions, type RegistryRequest } from '../../contract/release/link.js';
import type { ChannelRelease, RefusalBody } from '../../contract/release/wire.js';
import { text } from '../../contract/text.js';
import type { CheckStep } from '../checks/input.js';
import type { CheckReport } from '../checks/report.js';
import { linesOf } from './lines.js';
import type { RegistryClient, StatementAnswer } from './registry-client.js';

/** Connects to a registry; nothing is sent until something is asked. */
export function connectRegistry(options: LinkOptions): RegistryClient {
  const link = new RegistryLink(options);
  return {
    ...readsOf(link),
    ...changesOf(link),
    close: () => link.close(),
  };
}

type Reads = Omit<RegistryClient, 'submit' | 'check' | 'reportUsage' | 'close'>;

function readsOf(link: RegistryLink): Reads {
  // The registry is trusted for the form of what it answers; texts and statements are verified by their readers.
  const get = async <Value>(path: string, more: Partial<RegistryRequest> = {}): Promise<Value> =>
    (await link.json({ method: 'GET', path, ...more })) as Value;
  return {
    channels: () => get('/channels'),
    channel: async (name, { after = 0, waitSeconds = 0, signal } = {}) => {
      const path = `/channels/${name}?after=${after}&wait=${waitSeconds}`;
      const timeoutMs = waitSeconds * 1_000 + LATE_MS;
      return (await get<ChannelRelease | undefined>(path, { signal, timeoutMs })) ?? null;
    },
    channelHistory: (name) => get(`/channels/${name}/history`),
    channelMove: (name, number) => get(`/channels/${name}/moves/${number}`),
    channelSubgraphs: (name) => get(`/channels/${name}/subgraphs`),
    subgraphHistory: (name) => get(`/subgraphs/${name}/history`),
    approvals: () => get('/approvals'),
    keys: () => get('/keys'),
    law: () => get('/law'),
    text: (address) => textAt(link, address),
    log: ({ after = 0, limit = 100 } = {}) => get(`/log?after=${after}&limit=${limit}`),
    head: async () => (await get<{ readonly head: string }>('/head')).head,
    topOperations: (channel, top) =>
      get(`/usage/operations?channel=${encodeURIComponent(channel)}&top=${top}`),
    health: () => get('/health'),
  };
}

/** How much longer than it waits a registry may take to answer. Unit: milliseconds. */
const LATE_MS = 10_000;
/** A check waits for others before it. Unit: milliseconds. */
const CHECK_MS = 600_000;

function changesOf(link: RegistryLink): Pick<RegistryClient, 'submit' | 'check' | 'reportUsage'> {
  return {
    submit: async (jws, { texts = [], isDryRun = false } = {}) => {
      const body = { jws, texts: Object.fromEntries(texts.map((each) => [addressOf(each), each])) };
      const path = isDryRun ? '/statements?dryRun=true' : '/statements';
      return (await link.json({ method: 'POST', path, body, timeoutMs: CHECK_MS })) as StatementAnswer;
    },
    check: async (question, onStep = () => undefined) => {
      const asked = { method: 'POST', path: '/checks', body: question, timeoutMs: CHECK_MS } as const;
      const { body } = await link.open({ ...asked, accept: 'application/x-ndjson' });
      return reportIn(linesOf(body), onStep);
    },
    reportUsage: async (batch) => void (await link.json({ method: 'POST', path: '/usage', body: batch })),
  };
}

async function textAt(link: RegistryLink, address: Address): Promise<string> {
  const found = await link.text({ method: 'GET', path: `/texts/${address}`, accept: 'text/plain' });
  if (addressOf(found) === address) return found;
  throw new HubError(
    'INVALID_STATEMENT',
    text('Sổ đăng ký gửi sai văn bản.', 'The registry sent another text than was asked for.'),
    { reason: 'OTHER_TEXT' },
  );
}

/** One line of a check's answer. */
interface Line extends Partial<RefusalBody> {
  readonly step?: CheckStep;
  readonly report?: CheckReport;
}

async function reportIn(
  lines: AsyncIterable<unknown>,
  onStep: (step: CheckStep) => void,
): Promise<CheckReport> {
  for await (const line of lines as AsyncIterable<Line>) {
    const { step, report, error } = line;
    if (step) onStep(step);
    if (error) throw new HubError(error.code, error.message, { requestId: error.requestId });
    if (report) return report;
  }
  throw new HubError('TRY_AGAIN', text('Kết nối bị ngắt giữa chừng.', 'The connection broke off.'), {
    reason: 'UNREACHABLE',
  });
}
