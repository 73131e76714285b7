import { startProcess } from '../../support/process.js';
import { aLog, type Log } from './a-log.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let log: Log;
beforeAll(async () => {
  log = await aLog();
  await log.write({});
  await log.write({});
});
afterAll(() => log.close());

const NOTED = `3:${'ab'.repeat(32)}`;

describe('npm run audit:verify', () => {
  test('ends with 0 for a whole log, whose head it tells', async () => {
    const command = startProcess('subgraphs/audit.js', ['union', '--json'], {
      DATABASE_URL: log.databaseUrl,
    });

    expect(await command.event(({ agency }) => agency === 'union')).toMatchObject({
      isWhole: true,
      count: 2,
      head: expect.stringMatching(/^2:[0-9a-f]{64}$/),
    });
    expect(await command.ended).toBe(0);
  });

  test('ends with 1 for a log that is shorter than was noted, and says so in both languages', async () => {
    const command = startProcess('subgraphs/audit.js', ['union', '--head', NOTED], {
      DATABASE_URL: log.databaseUrl,
    });

    expect(await command.ended).toBe(1);
    expect(command.events.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('KHÔNG nguyên vẹn, tại dòng 3'),
        expect.stringContaining('BROKEN at entry 3'),
      ]),
    );
  });

  test.each([
    ['2 for wrong arguments', ['police'], 'postgresql://user@127.0.0.1:1/union', 2, 'INVALID_SETTING'],
    ['2 without a database', ['union'], '', 2, 'INVALID_SETTING'],
    [
      '3 when the database does not answer',
      ['union'],
      'postgresql://user@127.0.0.1:1/union',
      3,
      'DATABASE_FAILED',
    ],
  ])('ends with %s', async (_, args, DATABASE_URL, exitCode, code) => {
    const command = startProcess('subgraphs/audit.js', args, { DATABASE_URL });

    expect(await command.event((event) => event['code'] === code)).toMatchObject({ level: 60 });
    expect(await command.ended).toBe(exitCode);
  });
});
