import { expect, jest, test } from '@jest/globals';
import { Crew } from '../../../../../gateway/engine/plan/threads/crew.js';
import { Job } from '../../../../../gateway/engine/plan/threads/job.js';
import { ENGINE_DEFAULTS } from '../../../../../gateway/engine/settings.js';
import { aWaiter } from '../../../../support/a-waiter.js';
import { intricateSupergraph } from '../../../../support/intricate.js';
import { SILENT } from '../../../../support/tiny-hub.js';

jest.setTimeout(120_000);

function aJob(): Job {
  const job = new Job({ operation: '{ s1Count }', overrides: [] });
  job.takeIn(aWaiter());
  return job;
}

/** Longer than the crew waits for work. */
function nothingToDo(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}

test('a crew that is let go when it has nothing to do comes again when it has', async () => {
  const crew = new Crew({
    supergraphSdl: intricateSupergraph(),
    settings: { ...ENGINE_DEFAULTS, PLANNER_THREADS: 1 },
    log: SILENT,
    limit: { milliseconds: 20_000, attempts: 1 },
    idle: 0,
    onCutOff: (job) => job.refuse(),
  });

  for (const job of [aJob(), aJob()]) {
    crew.add(job);
    expect(await job.plan).toMatchObject({ kind: 'fetch', subgraph: 's1' });
    await nothingToDo();
  }

  await crew.close();
});
