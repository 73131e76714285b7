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
  return typeof message === 'object' && message !== null && 'isReady' in message;
}
