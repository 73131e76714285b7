import 'reflect-metadata';
import type { Handlers } from '../../../subgraphs/shared/events/announced.js';
import { Subscriber } from '../../../subgraphs/shared/events/subscriber.js';
import { recognition } from '../../../subgraphs/recognition/subgraph.js';
import { union } from '../../../subgraphs/union/subgraph.js';
import { aLoaded } from '../../support/loaded.js';

/** An agency that tells, and one that writes down what it hears. */
export async function twoAgencies() {
  const [teller, hearer] = [await aLoaded(union), await aLoaded(recognition)];
  const { outbox, database: telling } = teller.subgraph;
  const { database } = hearer.subgraph;
  await database
    .fork()
    .execute('create table heard (place bigint generated always as identity, entity text, n int)');
  return {
    teller,
    hearer,
    tell: (entity: string, n: number) =>
      telling.fork().execute(`select announce(?, 'COUNTED', jsonb_build_object('n', ?::int))`, [entity, n]),
    heard: (entity: string) => numbersOf(hearer, entity),
    subscriber: (handlers: Handlers = WRITING_DOWN) =>
      new Subscriber({ reader: recognition.name, outbox, database, handlers }),
    close: async () => {
      await teller.close();
      await hearer.close();
    },
  };
}

type Hearer = Awaited<ReturnType<typeof aLoaded>>;

async function numbersOf({ subgraph }: Hearer, entity: string): Promise<readonly number[]> {
  const rows = await subgraph.database
    .fork()
    .execute<{ n: number }[]>('select n from heard where entity = ? order by place', [entity]);
  return rows.map(({ n }) => n);
}

/** Writes down each announcement. */
export const WRITING_DOWN: Handlers = {
  COUNTED: async (em, { entity, content }) => {
    await em.execute('insert into heard (entity, n) values (?, ?)', [entity, content['n']]);
  },
};
