import { HubError } from '../../contract/errors.js';
import { text } from '../../contract/text.js';

/** Lets one work run after the other: owners in turn, and what is of one owner in the order in which it came. */
export class Lane {
  readonly #room: number;
  /** What waits, by owner; whose turn it is comes first. */
  readonly #queues = new Map<string, (() => Promise<void>)[]>();
  #isRunning = false;

  /** @param room how many of one owner may wait. Unit: works. */
  constructor(room: number) {
    this.#room = room;
  }

  /** @throws HubError TRY_AGAIN when too many of this owner wait. */
  async run<Result>(work: () => Promise<Result>, owner = ''): Promise<Result> {
    const queue = this.#queues.get(owner) ?? [];
    if (queue.length >= this.#room) throw full();
    this.#queues.set(owner, queue);
    return new Promise((resolve, reject) => {
      queue.push(() => Promise.resolve().then(work).then(resolve, reject));
      void this.#go();
    });
  }

  async #go(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let next = this.#next(); next; next = this.#next()) await next();
    this.#isRunning = false;
  }

  #next(): (() => Promise<void>) | undefined {
    const [turn] = this.#queues;
    if (!turn) return undefined;
    const [owner, [next, ...rest]] = turn;
    this.#queues.delete(owner);
    if (rest.length > 0) this.#queues.set(owner, rest);
    return next;
  }
}

function full(): HubError {
  return new HubError(
    'TRY_AGAIN',
    text(
      'Quá nhiều việc của bên gửi đang chờ; hãy gửi lại sau ít giây.',
      'Too much of this sender waits already; send it again in a few seconds.',
    ),
    { reason: 'BUSY' },
  );
}
