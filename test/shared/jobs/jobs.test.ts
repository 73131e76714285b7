import 'reflect-metadata';
import { createLog } from '../../../schema/contract/log.js';
import { forgetAnswers } from '../../../subgraphs/shared/jobs/forget-answers.js';
import { keepDoing, type Job } from '../../../subgraphs/shared/jobs/jobs.js';
import { union } from '../../../subgraphs/union/subgraph.js';
import { aLoaded, TEST_DAY, type Asked } from '../../support/loaded.js';
import { until } from '../../support/until.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

const log = createLog('test');
log.level = 'silent';

function running(jobs: readonly Job[]) {
  return keepDoing(jobs, { database: asked.subgraph.database, today: () => TEST_DAY, log });
}

test('what is due is done at once, one job after the other, though one fails', async () => {
  const days: string[] = [];
  const failing: Job = { name: 'failing', run: () => Promise.reject(new Error('a bug')) };
  const noting: Job = { name: 'noting', run: async (_, today) => days.push(today) };

  const jobs = running([failing, noting]);
  await until(() => days.length > 0);
  await jobs.stop();

  expect(days).toEqual([TEST_DAY]);
});

test('stopping waits for the job that is being done', async () => {
  let isDone = false;
  const slow: Job = {
    name: 'slow',
    run: async (database) => {
      await database.fork().execute('select 1');
      isDone = true;
      return 0;
    },
  };

  await running([slow]).stop();

  expect(isDone).toBe(true);
});

test('idempotency keys are forgotten after thirty days and not before', async () => {
  const em = asked.subgraph.database.fork();
  const insert = `insert into answered_mutation (subject, key, operation, input_digest, answered_at)
    values ('a', ?, 'x', '', clock_timestamp() - make_interval(days => ?))`;
  await em.execute(insert, ['young', 29]);
  await em.execute(insert, ['old', 31]);

  expect(await forgetAnswers.run(asked.subgraph.database, TEST_DAY)).toBe(1);
  expect(await em.execute('select key from answered_mutation')).toEqual([{ key: 'young' }]);
});
