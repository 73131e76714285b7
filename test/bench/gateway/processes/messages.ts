import type { Pinned } from './pinned.js';

/**
 * The next message of a process.
 *
 * @param limit How long it may take. Unit: milliseconds.
 * @throws Error when the process ends or says nothing in time.
 */
export function nextMessage<Message>({ child, words }: Pinned, limit: number): Promise<Message> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(late);
      child.off('exit', onExit).off('message', onMessage);
    };
    const fail = (what: string): void => {
      settle();
      reject(new Error(`A process of the benchmark ${what}. ${words()}`));
    };
    const onExit = (): void => fail('ended');
    const onMessage = (message: Message): void => {
      settle();
      resolve(message);
    };
    const late = setTimeout(() => fail('says nothing'), limit);
    child.once('exit', onExit).once('message', onMessage);
  });
}
