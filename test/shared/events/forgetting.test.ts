import { LASTING_KINDS } from '../../../subgraphs/shared/events/announced.js';
import { Subscriber } from '../../../subgraphs/shared/events/subscriber.js';
import { LISTENER_GRANTS_SQL } from '../../../subgraphs/shared/database/listener-role.js';
import { forgetAnnouncements } from '../../../subgraphs/shared/jobs/forget-announcements.js';
import { TEST_DAY } from '../../support/loaded.js';
import { twoAgencies } from './a-listener.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const [LASTING = ''] = LASTING_KINDS;

let agencies: Awaited<ReturnType<typeof twoAgencies>>;
beforeAll(async () => {
  agencies = await twoAgencies();
});
afterAll(() => agencies.close());

const sql = <Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row[]> =>
  agencies.teller.subgraph.database.fork().execute<Row[]>(statement, [...values]);

beforeEach(async () => {
  await sql('delete from outbox');
  await sql('delete from outbox_reader');
});

interface Told {
  readonly kind: string;
  readonly entity: string;
  readonly n: number;
}

const tell = ({ kind, entity, n }: Told) =>
  sql(`select announce(?, ?, jsonb_build_object('n', ?::int))`, [entity, kind, n]);

const count = (n: number): Told => ({ kind: 'COUNTED', entity: 'Counter:1', n });
const stand = (n: number, entity = 'Thing:1'): Told => ({ kind: LASTING, entity, n });

const age = (days: number) =>
  sql('update outbox set announced_at = clock_timestamp() - make_interval(days => ?)', [days]);

const forget = (): Promise<number> =>
  forgetAnnouncements(90).run(agencies.teller.subgraph.database, TEST_DAY);

const kept = async (): Promise<readonly number[]> => {
  const rows = await sql<{ n: number }>(`select (content ->> 'n')::int as n from outbox order by id`);
  return rows.map(({ n }) => n);
};

/** An agency that writes down what it hears, from the beginning. */
function aReader(reader: string) {
  const { outbox } = agencies.teller.subgraph;
  const { database } = agencies.hearer.subgraph;
  const heard: Told[] = [];
  const hear = async (_: unknown, { kind, entity, content }: Announcement) => {
    heard.push({ kind, entity, n: content['n'] as number });
    return Promise.resolve();
  };
  const source = `union heard by ${reader}`;
  const handlers = { COUNTED: hear, [LASTING]: hear };
  return { heard, subscriber: new Subscriber({ reader, outbox: { ...outbox, source }, database, handlers }) };
}

interface Announcement {
  readonly kind: string;
  readonly entity: string;
  readonly content: Readonly<Record<string, unknown>>;
}

describe('an announcement is forgotten', () => {
  test('once all have heard it and its time is over, and not before', async () => {
    const [one, other] = [aReader('one'), aReader('other')];
    await other.subscriber.pull();
    for (const n of [1, 2]) await tell(count(n));
    await one.subscriber.catchUp();
    await age(91);
    expect(await forget()).toBe(0);

    await other.subscriber.pull();
    await tell(count(3));
    await one.subscriber.catchUp();
    await other.subscriber.catchUp();

    expect([await forget(), await kept()]).toEqual([2, [3]]);
  });

  test('by nobody while nobody listens', async () => {
    await tell(count(1));
    await age(91);

    expect(await forget()).toBe(0);
  });

  test('unless it is the last about how a thing stands', async () => {
    for (const told of [stand(1), stand(2), stand(3, 'Thing:2'), count(4), stand(5)]) await tell(told);
    await aReader('every kind').subscriber.catchUp();
    await age(91);

    expect([await forget(), await kept()]).toEqual([3, [3, 5]]);
  });

  test('in batches, as many as there are', async () => {
    await sql(
      `select announce('Counter:1', 'COUNTED', jsonb_build_object('n', n)) from generate_series(1, 2100) n`,
    );
    await aReader('of many').subscriber.catchUp();
    await age(91);

    expect([await forget(), await kept()]).toEqual([2100, []]);
  });
});

test('whoever listens from another server reads the outbox and says how far, and may do nothing else', async () => {
  const em = agencies.teller.subgraph.database.fork();
  await em.begin();
  await em.execute(`do $$ begin
    if not exists (select from pg_roles where rolname = 'lien_thong_listener') then
      create role lien_thong_listener nologin;
    end if;
  end $$`);
  await em.execute(LISTENER_GRANTS_SQL);
  await em.execute('set local role lien_thong_listener');
  await em.execute('select id from outbox');
  await em.execute(`select acknowledge('an agency', 0)`);

  await expect(em.execute('delete from outbox')).rejects.toThrow('permission denied');
  await em.rollback();
});

test('whatever is told and forgotten when, readers hear all once and in order, and who comes later knows how all stands', async () => {
  let runs = 0;
  const told = fc.record({
    kind: fc.constantFrom('COUNTED', LASTING),
    entity: fc.constantFrom('Thing:1', 'Thing:2', 'Thing:3'),
    step: fc.constantFrom('hear', 'forget', 'nothing'),
  });
  const walk = async (steps: readonly { kind: string; entity: string; step: string }[]): Promise<void> => {
    await sql('delete from outbox');
    await sql('delete from outbox_reader');
    runs += 1;
    const [early, late] = [aReader(`early ${runs}`), aReader(`late ${runs}`)];
    const all = steps.map(({ kind, entity }, n) => ({ kind, entity, n }));
    for (const [n, { step }] of steps.entries()) {
      await tell(all[n] as Told);
      if (step === 'hear') await early.subscriber.pull();
      await age(91);
      if (step === 'forget') await forget();
    }
    await early.subscriber.catchUp();
    await forget();
    await late.subscriber.catchUp();

    expect(early.heard).toEqual(all);
    expect(standing(late.heard)).toEqual(standing(all));
    expect(late.heard.map(({ n }) => n)).toEqual(late.heard.map(({ n }) => n).toSorted((a, b) => a - b));
  };

  await fc.assert(fc.asyncProperty(fc.array(told, { maxLength: 8 }), walk), { numRuns: 8 });
});

/** How every thing stands by what was told of it last. */
function standing(told: readonly Told[]): ReadonlyMap<string, number> {
  return new Map(told.filter(({ kind }) => kind === LASTING).map(({ entity, n }) => [entity, n]));
}
