import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(recognition);
});
afterAll(() => asked.close());

function run(statement: string): Promise<unknown> {
  return asked.subgraph.database.fork().execute(statement);
}

test('what is no longer public is neither listed nor counted as it was known before', async () => {
  const KNOWN = `{ recognitionBatches(asKnownOn: "2024-06-01") { totalCount }
    recognitionStatistics(asKnownOn: "2024-06-01") { totalCount } }`;
  await run(`insert into record_version (type, key, version, recorded_at, content)
    select type, key, 0, '2024-05-01', content from record_version where type = 'recognition_batch'`);
  const { data: before } = await asked.ask(KNOWN);
  await run(`update recognition_batch set classification = 'INTERNAL', version = version + 1`);
  const { data: after } = await asked.ask(KNOWN);

  expect(before.recognitionBatches.totalCount).toBeGreaterThan(0);
  expect(before.recognitionStatistics.totalCount).toBeGreaterThan(0);
  expect(after).toEqual({
    recognitionBatches: { totalCount: 0 },
    recognitionStatistics: { totalCount: 0 },
  });
});
