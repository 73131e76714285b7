import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { pino } from 'pino';
import { FakeProcesses, onAClockOfItsOwn, settled, starting, twoThatAnswer } from './fake-processes.js';

onAClockOfItsOwn();
let processes: FakeProcesses;
beforeEach(() => {
  processes = new FakeProcesses();
});

/** Longer than any first pause before a process is replaced. Unit: milliseconds. */
const PAUSE = 300;

async function later(milliseconds: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(milliseconds);
  await settled();
}

describe('a process that ends', () => {
  test('while it is exchanged is replaced once, by the one that was started for it', async () => {
    const workers = await twoThatAnswer(processes);
    const renewed = workers.renew();
    await settled();

    processes.at(0).ends(1);
    await later(PAUSE);
    processes.at(2).answers();
    await settled();
    processes.at(3).answers();
    await settled();
    processes.at(1).ends();
    await renewed;
    await later(60_000);

    expect(processes.live).toEqual([processes.at(2), processes.at(3)]);
    expect(processes.made).toHaveLength(4);
  });

  test('while it is exchanged is replaced also when the new one does not come up', async () => {
    const workers = await twoThatAnswer(processes);
    const renewed = workers.renew();
    await settled();

    processes.at(0).ends(1);
    processes.at(2).ends(1);
    await renewed;
    await later(PAUSE);

    expect(processes.live).toEqual([processes.at(1), processes.at(3)]);
  });

  test('before the slowest of the first ones answers is replaced', async () => {
    const started = starting(processes);
    processes.at(0).answers();
    await settled();
    processes.at(0).ends(1);
    processes.at(1).answers();
    await started;
    await later(PAUSE);

    expect(processes.live).toEqual([processes.at(1), processes.at(2)]);
  });

  test('is replaced by one try after the other, until one answers', async () => {
    await twoThatAnswer(processes);

    processes.at(0).ends(1);
    await later(PAUSE);
    processes.at(2).ends(1);
    await later(2 * PAUSE);
    processes.at(3).answers();
    await later(60_000);

    expect(processes.live).toEqual([processes.at(1), processes.at(3)]);
  });
});

describe('processes that are told to stop', () => {
  test('while they are exchanged end all: the one that starts, and the one that still answers', async () => {
    const workers = await twoThatAnswer(processes);
    void workers.renew();
    await settled();
    processes.at(2).answers();
    await settled();
    expect(processes.at(0).signals).toEqual(['SIGTERM']);

    const over = jest.fn();
    const stopped = workers.stop().then(over);
    await settled();
    for (const index of [1, 2]) processes.at(index).ends();
    await settled();
    expect(over).not.toHaveBeenCalled();
    processes.at(0).ends();
    await stopped;

    expect(processes.made.map(({ signals }) => signals)).toEqual([['SIGTERM'], ['SIGTERM'], ['SIGTERM']]);
    expect(processes.live).toEqual([]);
  });

  test('end the one that is still starting, and start no other', async () => {
    const workers = await twoThatAnswer(processes);
    void workers.renew();
    await settled();

    const stopped = workers.stop();
    for (const each of processes.made) each.ends();
    await stopped;
    await later(60_000);

    expect(processes.at(2).signals).toEqual(['SIGTERM']);
    expect(processes.made).toHaveLength(3);
  });

  test('start none for a renewal that waits for a replacement', async () => {
    const workers = await twoThatAnswer(processes);
    processes.at(0).ends(1);
    await later(PAUSE);
    void workers.renew();
    await settled();

    const stopped = workers.stop();
    for (const each of processes.live) each.ends();
    await stopped;

    expect(processes.made).toHaveLength(3);
  });

  test('are killed when they take too long', async () => {
    const workers = await twoThatAnswer(processes);

    const stopped = workers.stop();
    await later(30_000);
    for (const each of processes.made) each.ends();
    await stopped;

    expect(processes.at(0).signals).toEqual(['SIGTERM', 'SIGKILL']);
  });
});

describe('a process that cannot be made', () => {
  test('ends the first start, and is no crash', async () => {
    const started = starting(processes);
    fails(0);
    processes.at(1).answers();
    await settled();
    processes.at(1).ends();

    await expect(started).rejects.toMatchObject({ code: 'WORKER_FAILED' });
  });

  test('is tried again when it replaces another', async () => {
    await twoThatAnswer(processes);

    processes.at(0).ends(1);
    await later(PAUSE);
    fails(2);
    await later(2 * PAUSE);
    processes.at(3).answers();
    await settled();

    expect(processes.made).toHaveLength(4);
  });

  test('ends the renewal, also when the system refuses it at once', async () => {
    const workers = await twoThatAnswer(processes);
    jest.spyOn(processes, 'refuses').mockReturnValue(true);

    await workers.renew();

    expect(processes.live).toHaveLength(2);
  });
});

test('a process that does not answer in time is killed, the log says so, and the renewal is over', async () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => lines.push(line) });
  const workers = await twoThatAnswer(processes, { log });

  const renewed = workers.renew();
  await settled();
  await later(90_000);
  await renewed;

  expect(processes.at(2).signals).toEqual(['SIGKILL']);
  expect(lines.join('')).toContain('takes too long to start');
  expect(processes.at(0).signals).toEqual([]);
});

/** The system refuses to make a process: it has an error, and neither a number nor an end. */
function fails(index: number): void {
  const { process } = processes.at(index);
  Reflect.deleteProperty(process, 'pid');
  processes.at(index).emit('error', new Error('spawn EAGAIN'));
}
