import { once } from 'node:events';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Worker } from 'node:cluster';

/** What the first process of a gateway hands to each of the others before it starts. */
interface Handed {
  /** Private key that signs the tokens for subgraphs, as PEM: all processes publish the same public key. */
  readonly signingKey: string;
}

/** What a process tells the first one when it answers. */
interface Ready {
  readonly isReady: true;
}

/** Hands a key to a process over the pipe between the two; it never stands in a file or an environment. */
export function handKey(worker: Worker, key: KeyObject): void {
  const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  worker.send({ signingKey: pem } satisfies Handed);
}

/** The key that the first process hands over. */
export async function handedKey(): Promise<KeyObject> {
  const [message] = (await once(process, 'message')) as [Handed];
  return createPrivateKey(message.signingKey);
}

/** Tells the first process that this one answers. */
export function tellReady(): void {
  process.send?.({ isReady: true } satisfies Ready);
}

/** Whether a process says that it answers. */
export function isReady(message: unknown): message is Ready {
  return isOf(message, 'isReady');
}

/** A metric with its values, as processes tell it. */
export interface Metric {
  readonly type: unknown;
  readonly values: readonly unknown[];
}

/** Asks a process what it counted. */
export const ASKS_COUNTS = { asksCounts: true } as const;

/** What a process counted. */
interface Counted {
  readonly counted: readonly Metric[];
}

/** Answers the first process whenever it asks what was counted; what cannot be read stays without an answer. */
export function tellCounts(read: () => Promise<readonly object[]>): void {
  process.on('message', (message: unknown) => {
    if (!isOf(message, 'asksCounts')) return;
    read().then(
      (counted) => process.send?.({ counted }),
      () => undefined,
    );
  });
}

/** Whether a process says what it counted. */
export function isCounted(message: unknown): message is Counted {
  return isOf(message, 'counted');
}

function isOf(message: unknown, key: string): boolean {
  return typeof message === 'object' && message !== null && key in message;
}
