import { addressOf } from '../../../schema/contract/release/address.js';
import { agenciesOf, lawFor, sdlOf, type GraphSize } from './graph.js';
import { startRegistry, type RunningRegistry, type Somebody } from './running.js';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Measures what a check of a large graph takes and what the registry weighs: `npm run bench:registry`. Each number is
 * taken once, on whatever else the machine does meanwhile.
 */
const SIZE: GraphSize = { subgraphs: 40, types: 50 };
/** How long a check of the whole graph may take. Unit: milliseconds. */
const GOAL_MS = 10_000;
/** How long the thread is kept after a check here. Unit: milliseconds. */
const IDLE_MS = 2_000;

const registry = await startRegistry(lawFor(SIZE), IDLE_MS);
try {
  await bench(registry);
} finally {
  await registry.stop();
}

async function bench(running: RunningRegistry): Promise<void> {
  tell('memory of the registry after its start', `${running.memory()} MB`);
  const agencies: Somebody[] = [];
  for (const name of agenciesOf(SIZE)) agencies.push(await running.as(name));
  const filling = await timed(async () => {
    for (const [index, agency] of agencies.entries()) await publish(agency, index, 0);
  });
  tell(
    `publishing ${SIZE.subgraphs} subgraphs of ${SIZE.types} types, one after the other`,
    seconds(filling),
  );
  const warm = await check(running, agencies, 'warm');
  await settled();
  const cold = await check(running, agencies, 'cold: the thread starts first');
  const publishing = await timed(() => publish(agencies[3] as Somebody, 3, 1));
  tell('publishing a version of one subgraph', seconds(publishing));
  const atOnce = await timed(() =>
    Promise.all(agencies.slice(10, 20).map((agency, index) => publish(agency, index + 10, 1))),
  );
  tell('ten agencies publishing at once, all taken', seconds(atOnce));
  tell('memory of the registry while it checks', `${running.memory()} MB`);
  await settled();
  tell('memory of the registry at rest, after all that', `${running.memory()} MB`);
  if (Math.max(warm, cold) > GOAL_MS) process.exitCode = 1;
}

/** Waits until the thread has gone, and what it held is given back. */
function settled(): Promise<void> {
  return delay(IDLE_MS + 20_000);
}

async function check(running: RunningRegistry, agencies: readonly Somebody[], how: string): Promise<number> {
  const before = running.processorTime();
  const sdl = sdlOf(5, SIZE, 2);
  const question = {
    subgraph: 'agency5',
    url: 'http://agency5.test:4001/graphql',
    sdl,
    channel: 'production',
  };
  const steps: string[] = [];
  const took = await timed(async () => {
    const { passed } = (await agencies[5]?.client.check(question, (step) =>
      steps.push(`${step.check} ${Math.round(step.durationMs)}`),
    )) ?? { passed: false };
    if (!passed) throw new Error('The check did not pass.');
  });
  tell(
    `a check of one change in the whole graph (${how})`,
    `${seconds(took)}, of processors ${seconds(running.processorTime() - before)}; ms: ${steps.join(', ')}`,
  );
  return took;
}

async function publish(agency: Somebody, index: number, version: number): Promise<void> {
  const [subgraph, sdl] = [`agency${index}`, sdlOf(index, SIZE, version)];
  const place = { url: `http://${subgraph}.test:4001/graphql`, channel: 'production' };
  const said = {
    kind: 'PUBLISHED',
    subgraph,
    sdl: addressOf(sdl),
    ...place,
    message: 'a version',
    accepts: [],
  } as const;
  await agency.say(said, [sdl]);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

function tell(what: string, measured: string): void {
  process.stdout.write(`${what}: ${measured}\n`);
}
