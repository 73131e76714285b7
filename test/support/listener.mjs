import 'reflect-metadata';
import { openSubgraph } from '../../dist/subgraphs/shared/subgraph.js';
import { outboxAt } from '../../dist/subgraphs/shared/database/outbox.js';
import { Subscriber } from '../../dist/subgraphs/shared/events/subscriber.js';
import { recognition } from '../../dist/subgraphs/recognition/subgraph.js';

/** A process that hears what `source` tells and writes it down, until it is killed. */
const [source, databaseUrl] = process.argv.slice(2);
const { database } = await openSubgraph(recognition, { databaseUrl });
const handlers = {
  COUNTED: async (em, { entity, content }) => {
    await em.execute('insert into heard (entity, n) values (?, ?)', [entity, content.n]);
  },
};
const subscriber = new Subscriber({
  reader: 'recognition',
  outbox: outboxAt('union', source),
  database,
  handlers,
});
process.stdout.write('listening\n');
for (;;) {
  await subscriber.pull().catch(() => undefined);
}
