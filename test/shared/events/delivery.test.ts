import { twoAgencies, WRITING_DOWN } from './a-listener.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';

let agencies: Awaited<ReturnType<typeof twoAgencies>>;
beforeAll(async () => {
  agencies = await twoAgencies();
});
afterAll(() => agencies.close());

const inOrder = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

async function told(count: number): Promise<string> {
  const entity = randomUUID();
  for (const n of inOrder(count)) await agencies.tell(entity, n);
  return entity;
}

describe('what an agency announces', () => {
  test('is handled by another once and in order, however often it looks', async () => {
    const entity = await told(5);

    await agencies.subscriber().catchUp();
    await agencies.subscriber().catchUp();

    expect(await agencies.heard(entity)).toEqual(inOrder(5));
  });

  test('is handled once though many processes look at the same time', async () => {
    const entity = await told(20);

    await Promise.all(inOrder(4).map(() => agencies.subscriber().catchUp()));

    expect(await agencies.heard(entity)).toEqual(inOrder(20));
  });

  test('is handled in the order of transactions that were open at the same time', async () => {
    const entity = randomUUID();
    const { database } = agencies.teller.subgraph;
    const [first, second] = [database.fork(), database.fork()];
    await first.begin();
    await second.begin();
    const say = `select announce(?, 'COUNTED', jsonb_build_object('n', ?::int))`;
    await first.execute(say, [entity, 0]);
    const later = second.execute(say, [entity, 1]);
    await agencies.subscriber().catchUp();
    await first.commit();
    await later;
    await second.commit();

    await agencies.subscriber().catchUp();

    expect(await agencies.heard(entity)).toEqual([0, 1]);
  });

  test('leaves nothing behind where handling it fails, and is handled when it no longer does', async () => {
    const entity = await told(3);
    const failing = agencies.subscriber({
      COUNTED: async (em, announced) => {
        await WRITING_DOWN['COUNTED']?.(em, announced, 'union');
        if (announced.content['n'] === 2) throw new Error('a bug');
      },
    });

    await expect(failing.pull()).rejects.toThrow('a bug');
    expect(await agencies.heard(entity)).toEqual([]);
    await agencies.subscriber().catchUp();
    expect(await agencies.heard(entity)).toEqual(inOrder(3));
  });

  test('is handled again from the start when the connection is cut in the middle', async () => {
    const entity = await told(3);
    const cut = agencies.subscriber({
      COUNTED: async (em, announced) => {
        await WRITING_DOWN['COUNTED']?.(em, announced, 'union');
        await em.execute('select pg_terminate_backend(pg_backend_pid())');
      },
    });

    await expect(cut.pull()).rejects.toThrow();
    await agencies.subscriber().catchUp();

    expect(await agencies.heard(entity)).toEqual(inOrder(3));
  });

  test('is passed over when nobody handles its kind', async () => {
    await told(1);

    await agencies.subscriber({}).catchUp();

    expect(await agencies.subscriber().pull()).toBe(0);
  });

  test('about organisations makes scopes the same in every agency', async () => {
    const edges = 'select key, below, above, valid_from, valid_to from organization_edge order by key';
    const unionEdges = edges.replace('order', `where below like 'UnionOrganization%' order`);
    const [one, other] = [agencies.teller, agencies.hearer].map(({ subgraph }) =>
      subgraph.database.fork().execute<object[]>(unionEdges),
    );

    expect(await other).toEqual(await one);
    expect((await one)?.length).toBeGreaterThan(3);
  });
});
