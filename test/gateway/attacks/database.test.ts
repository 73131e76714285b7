import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { recognition } from '../../../subgraphs/recognition/subgraph.js';
import { Database, type DatabasePlan } from '../../../subgraphs/shared/database/database.js';
import { createDatabase, dropDatabase } from '../../support/databases.js';
import { databaseName, testServer } from '../../support/server.js';
import { hubOverHttp, sharedHub } from '../../support/tiny-hub.js';
import { local, tinyAwards } from '../../support/tiny-subgraphs.js';

const NAME = databaseName(randomUUID().slice(0, 8));
const POOL_SIZE = 10;

type Limits = Pick<DatabasePlan, 'statementTimeout' | 'answerTimeout'>;

/** The same database: with the usual limits, with little time for a statement, and with little for its answer. */
let [usual, hasty, deaf]: Database[] = [];

const open = (limits: Limits = {}): Promise<Database> =>
  Database.open({
    url: testServer().url(NAME, ''),
    records: recognition.entities,
    migrations: [],
    ...limits,
  });

function database(): Database {
  if (!usual) throw new Error('The database is not open.');
  return usual;
}

const run = (sql: string) => database().fork().execute(sql);
const one = async (sql: string) => {
  await run(sql);
  return 1;
};
/** Asks for more than there is time for; why it comes to nothing is noted. */
const sleepAt = async (at: Database | undefined) => {
  await at
    ?.fork()
    .execute('select pg_sleep(20)')
    .catch((error: unknown) => {
      failures.push(error);
      throw error;
    });
  return 1;
};
const failures: unknown[] = [];

/** Settles when two changes have each taken their first row. */
const met = Promise.withResolvers<void>();
let taken = 0;

/** Takes two rows, one after the other, so that whoever takes them in the other order gets into its way. */
async function both(first: number, second: number): Promise<number> {
  const take = 'update seat set taken = taken + 1 where id = ?';
  await database()
    .fork()
    .transactional(async (em) => {
      await em.execute(take, [first]);
      taken += 1;
      if (taken === 2) met.resolve();
      await met.promise;
      await em.execute(take, [second]);
    });
  return 1;
}

const SDL = `type Query { fine: Int slow: Int silent: Int lost: Int busy: Int both(first: Int!, second: Int!): Int }`;

const records = () =>
  local('records', SDL, {
    Query: {
      fine: () => one('select 1'),
      slow: () => sleepAt(hasty),
      silent: () => sleepAt(deaf),
      lost: () => one('select pg_terminate_backend(pg_backend_pid())'),
      busy: () => one('select pg_sleep(0.1)'),
      both: (_: unknown, { first, second }: { first: number; second: number }) => both(first, second),
    },
  });

beforeAll(async () => {
  await createDatabase(NAME);
  usual = await open();
  await run('create table seat (id int primary key, taken int not null)');
  await run('insert into seat values (1, 0), (2, 0)');
});
afterAll(async () => {
  await usual?.close();
  await dropDatabase(NAME);
});

describe('FLT-11: in a subgraph of ours', () => {
  const hub = sharedHub(() => hubOverHttp([records(), tinyAwards()]));
  const INSIDE = /pg_|select|update|seat|deadlock|terminat|time-?out|57P01|57014|40P01|postgres|stack/i;

  test('two changes that stand in each other’s way cost one of them, as a whole', async () => {
    const { data, errors, text } = await hub.ask(
      '{ a: both(first: 1, second: 2) b: both(first: 2, second: 1) }',
    );
    const rows = await run('select id, taken from seat order by id');

    expect(Object.values(data as object).filter((value) => value === 1)).toHaveLength(1);
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_FAILED', agency: 'records' } }]);
    expect(text).not.toMatch(INSIDE);
    expect(rows).toEqual([
      { id: 1, taken: 1 },
      { id: 2, taken: 1 },
    ]);
  });

  test('more statements than connections wait, and take no more connections than there are', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => hub.ask(`{ a${n}: busy }`)));
    const [open] = await run(
      'select count(*)::int as count from pg_stat_activity where datname = current_database()',
    );

    expect(answers.map(({ data }) => data)).toEqual(answers.map((_, n) => ({ [`a${n}`]: 1 })));
    expect((open as { readonly count: number }).count).toBeLessThanOrEqual(POOL_SIZE);
  });

  describe('and what fails there', () => {
    beforeAll(async () => {
      [hasty, deaf] = [await open({ statementTimeout: 500 }), await open({ answerTimeout: 500 })];
    });
    afterAll(() => Promise.all([hasty?.close(), deaf?.close()]));

    test.each([
      ['a statement that takes too long', 'slow', [expect.objectContaining({ code: '57014' })]],
      [
        'a server that says nothing',
        'silent',
        [expect.objectContaining({ message: expect.stringMatching('timeout') })],
      ],
      ['a connection that is lost', 'lost', []],
    ])(
      '%s takes down its own part, tells nothing of the database, and is over with it',
      async (_, field, why) => {
        failures.length = 0;

        const { status, data, errors, text } = await hub.ask(`{ ${field} fine medalNames }`);
        const after = await hub.ask('{ fine }');

        expect({ status, data }).toEqual({
          status: 200,
          data: { [field]: null, fine: 1, medalNames: ['Huân chương'] },
        });
        expect(errors).toMatchObject([
          { path: [field], extensions: { code: 'SUBGRAPH_FAILED', agency: 'records' } },
        ]);
        expect(text).not.toMatch(INSIDE);
        expect(after.data).toEqual({ fine: 1 });
        expect(failures).toEqual(why);
      },
    );
  });
});
