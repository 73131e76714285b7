import { connected } from '../../../../gateway/embedded/postgres/client.js';
import { startCluster } from '../../../../gateway/embedded/postgres/cluster.js';
import { HubError } from '../../../../schema/contract/errors.js';

/** A hub that has a cluster and nothing else: tells what it does, and stops the cluster on SIGINT. */
async function main(folder: string): Promise<void> {
  const cluster = await startCluster({ folder, onProgress: (step) => say(`STEP ${step.en}`) });
  process.once('SIGINT', () => void finish());
  say(`READY ${cluster.url('postgres', 'postgres')}`);
  const alive = setInterval(() => undefined, 60_000);

  async function finish(): Promise<void> {
    await connected(cluster.url('postgres', 'postgres'), (client) => client.query('SELECT 1'));
    say('STILL SERVING');
    await cluster.stop();
    clearInterval(alive);
    say('STOPPED');
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main(String(process.argv[2])).catch((error: unknown) => {
  if (!(error instanceof HubError)) throw error;
  say(`REFUSED ${error.code} ${error.text.en}`);
});
