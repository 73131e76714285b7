import { connected } from '../../../../dist/gateway/embedded/postgres/client.js';
import { startCluster } from '../../../../dist/gateway/embedded/postgres/cluster.js';
import { HubError } from '../../../../dist/schema/contract/errors.js';

/** A hub that has a cluster and nothing else: tells what it does, and stops the cluster on SIGINT. */
async function main(folder) {
  const cluster = await startCluster({ folder, onProgress: (step) => say(`STEP ${step.en}`) });
  process.once('SIGINT', () => void finish());
  say(`READY ${cluster.url('postgres', 'postgres')}`);
  const alive = setInterval(() => undefined, 60_000);

  async function finish() {
    await connected(cluster.url('postgres', 'postgres'), (client) => client.query('SELECT 1'));
    say('STILL SERVING');
    await cluster.stop();
    clearInterval(alive);
    say('STOPPED');
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

await main(process.argv[2]).catch((error) => {
  if (!(error instanceof HubError)) throw error;
  say(`REFUSED ${error.code} ${error.text.en}`);
});
