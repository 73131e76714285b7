import { projectPath } from '../../../schema/contract/project.js';
import { RegistryStub, type ReleaseChanges } from '../../support/registry-stub.js';
import { largeSupergraphs } from '../gateway/processes/supergraph.js';
import { startSubgraphs } from '../gateway/processes/subgraphs.js';
import { asking } from './asking.js';
import { startGateway, type BenchedGateway } from './gateway.js';
import { page, type Kind, type Launched } from './report.js';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Agent } from 'undici';

/** Puts releases before a gateway that is asked without a break, and tells what clients notice: `npm run bench:launch`. */
const { values } = parseArgs({
  options: {
    launches: { type: 'string', default: '50' },
    'per-second': { type: 'string', default: '200' },
    page: { type: 'boolean', default: false },
  },
});

/** Of four releases, so many are of each kind. */
const KINDS: readonly Kind[] = [
  'compatible',
  'incompatible',
  'compatible',
  'broken',
  'compatible',
  'unsigned',
];
/** Time without a launch before the first one, after each, and without anything at all after the last. Unit: milliseconds. */
const CALM = { first: 8_000, between: 1_500, last: 130_000 };

const PAGE = projectPath('docs', 'benchmark-launch.md');
const MARK = '<!-- results -->\n';

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-launch-'));
  const subgraphs = await startSubgraphs(1);
  const registry = new RegistryStub();
  await registry.start();
  const edition = largeSupergraphs(subgraphs.url);
  await registry.point(edition(0));
  // What the machine does beside would be taken for the releases' fault.
  const gateway = await startGateway({ ...registry.filesIn(folder).settings, LAUNCH_WATCH_S: '0' });
  const agent = new Agent({ connections: 50 });
  const answered = asking({ url: gateway.url, agent, perSecond: Number(values['per-second']) });
  await delay(CALM.first);
  const before = gateway.memory.now();
  const launches = await launched(registry, edition, gateway);
  const asked = (await answered()).slice(WARM_UP);
  await delay(CALM.last);
  const memory = { before, most: gateway.memory.most(), atRest: gateway.memory.now() };
  const result = page({ launches, asked, memory, size: edition(0).length });
  process.stdout.write(`${result}\n`);
  if (values.page) write(result);
  await Promise.all([gateway.stop(), subgraphs.process.stop(), agent.close()]);
  await registry.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Requests that a gateway is asked before it is warm; they count for nothing. Unit: requests. */
const WARM_UP = 600;

async function launched(
  registry: RegistryStub,
  edition: (number: number) => string,
  gateway: BenchedGateway,
): Promise<readonly Launched[]> {
  const launches: Launched[] = [];
  for (let round = 1; round <= Number(values.launches); round += 1) {
    const kind = KINDS[round % KINDS.length] ?? 'compatible';
    await gateway.pause();
    const from = performance.now();
    const outcome = await outcomeOf(kind, edition(round), registry);
    await delay(500);
    launches.push({ kind, from, until: performance.now(), outcome, pause: await gateway.pause() });
    await delay(CALM.between);
  }
  return launches;
}

async function outcomeOf(kind: Kind, supergraph: string, registry: RegistryStub): Promise<string> {
  const { text = supergraph, changes } = RELEASES[kind](supergraph);
  const number = await registry.point(text, changes);
  for (;;) {
    const told = registry.outcomes.find((each) => each.number === number);
    if (told) return [told.outcome, told.reason?.code].filter(Boolean).join(' ');
    await registry.heard();
  }
}

interface Put {
  readonly text?: string;
  readonly changes?: ReleaseChanges;
}

const RELEASES: Readonly<Record<Kind, (supergraph: string) => Put>> = {
  compatible: () => ({}),
  incompatible: (supergraph) => ({ text: supergraph.replace(/^ {2}edition: Edition.*$/m, '') }),
  broken: (supergraph) => ({ text: supergraph.slice(0, supergraph.length / 2) }),
  unsigned: () => ({
    changes: { altered: (release) => ({ ...release, composed: release.composed.replace(/\.[^.]*$/, '.') }) },
  }),
};

function write(result: string): void {
  const [head = ''] = readFileSync(PAGE, 'utf8').split(MARK);
  writeFileSync(PAGE, `${head}${MARK}\n${result}`);
}

await main();
