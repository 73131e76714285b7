import { HubError } from '../../contract/errors.js';
import { text } from '../../contract/text.js';

/** Lets one work run after the other, in the order in which they came. */
export class Lane {
  readonly #room: number;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** @param room how many may wait or run. Unit: works. */
  constructor(room: number) {
    this.#room = room;
  }

  /** @throws HubError TRY_AGAIN when too many wait. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#waiting >= this.#room) throw full();
    this.#waiting += 1;
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result.finally(() => (this.#waiting -= 1));
  }
}

function full(): HubError {
  return new HubError(
    'TRY_AGAIN',
    text(
      'Quá nhiều phát biểu đang chờ; hãy gửi lại sau ít giây.',
      'Too many statements wait; send it again in a few seconds.',
    ),
    { reason: 'BUSY' },
  );
}
