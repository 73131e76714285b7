import { connected } from '../../gateway/embedded/postgres/client.js';
import { firstDataKey } from '../../schema/contract/ids.js';
import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(recognition);
});
afterAll(() => asked.close());

const CONFERRED = 'bang-khen-mps-2023';
const PROPOSED = 'bang-khen-mps-proposed-by-ldld-bac-giang-2023';
const A_DATE = `'{"value": "2023-01-01", "precision": "YEAR", "basis": "STATED"}'`;

describe('the database refuses a batch', () => {
  test.each([
    [
      'with a negative count',
      CONFERRED,
      `count = jsonb_set(count, '{value}', '-1')`,
      'count_is_not_negative',
    ],
    ['conferred at no date', CONFERRED, 'conferred_at = null', 'conferred_has_a_date'],
    ['proposed, yet with a conferral', PROPOSED, `conferred_at = ${A_DATE}`, 'conferred_has_a_date'],
    ['conferred, yet of unknown outcome', CONFERRED, `outcome = 'UNKNOWN'`, 'conferred_is_granted'],
    ['proposed by nobody', PROPOSED, 'proposed_by = null', 'proposed_has_a_proposer'],
  ])('%s', async (_, name, change, rule) => {
    const key = firstDataKey('RecognitionBatch', name);
    const changed = connected(asked.databaseUrl, (client) =>
      client.query(`update recognition_batch set ${change} where key = $1`, [key]),
    );

    await expect(changed).rejects.toThrow(`recognition_batch_${rule}`);
  });
});

describe('the register', () => {
  test('has exactly the tables of its mapping', async () => {
    expect(await asked.subgraph.database.drift()).toEqual([]);
  });

  test('is unchanged by a second load', async () => {
    const { created, corrected, unchanged } = await asked.subgraph.load();

    expect([created, corrected]).toEqual([0, 0]);
    expect(unchanged).toBe(46);
  });
});
