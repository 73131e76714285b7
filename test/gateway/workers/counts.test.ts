import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Counter, Gauge, Registry } from 'prom-client';
import { Counts } from '../../../gateway/workers/counts.js';
import {
  FakeProcesses,
  onAClockOfItsOwn,
  settled,
  twoThatAnswer,
  type FakeProcess,
} from './fake-processes.js';

onAClockOfItsOwn();
let processes: FakeProcesses;
beforeEach(() => {
  processes = new FakeProcesses();
});

/** Has a process tell that it answered so many requests. */
function counting(from: FakeProcess, requests: number): void {
  const registry = new Registry();
  new Counter({ name: 'requests', help: 'Requests.', registers: [registry] }).inc(requests);
  new Gauge({ name: 'open', help: 'Open.', registers: [registry] }).set(1);
  from.on('sent', () => {
    void registry.getMetricsAsJSON().then((counted) => from.emit('message', { counted }));
  });
}

describe('what several processes count', () => {
  test('is added up', async () => {
    const workers = await twoThatAnswer(processes);
    counting(processes.at(0), 3);
    counting(processes.at(1), 4);

    const text = await new Counts().text(workers.ready);

    expect(text).toContain('\nrequests 7\n');
    expect(text).toContain('\nopen 2\n');
  });

  test('is shown after a second without the process that does not answer', async () => {
    const workers = await twoThatAnswer(processes);
    counting(processes.at(0), 3);

    const text = new Counts().text(workers.ready);
    await jest.advanceTimersByTimeAsync(1_000);

    expect(await text).toContain('\nrequests 3\n');
  });

  test('stays in the sum when a process ended, unless it is a state', async () => {
    const workers = await twoThatAnswer(processes);
    const counts = new Counts();
    counting(processes.at(0), 3);
    counting(processes.at(1), 4);
    await counts.text(workers.ready);

    processes.at(0).ends(1);
    await settled();
    const texts = [await counts.text(workers.ready), await counts.text(workers.ready)];

    for (const text of texts) {
      expect(text).toContain('\nrequests 7\n');
      expect(text).toContain('\nopen 1\n');
    }
  });
});
