import type { Undo } from '../../../gateway/embedded/undo.js';
import { uniqueCalls } from './floors/unique-calls.js';
import { startIssuer } from './issuer.js';
import { UsageError, type BenchOptions, type Say } from './options.js';
import { installPeer } from './peers/install.js';
import { startLoad, type Load } from './processes/load.js';
import { supergraphOf } from './processes/supergraph.js';
import { startSubgraphs, type Subgraphs } from './processes/subgraphs.js';
import { untilCalm } from './processes/usage.js';
import { floorsFor } from './targets/floors.js';
import { startGateway, type Gateway } from './targets/gateway.js';
import { ALL_OF_OURS } from './targets/ours.js';
import { PEERS } from './targets/peers.js';
import type { Place, Target } from './targets/target.js';
import { workNamed } from './work/works.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everything that runs while the benchmark does. */
export interface Field {
  readonly load: Load;
  readonly subgraphs: Subgraphs;
  readonly gateways: readonly Gateway[];
  readonly place: Surroundings;
}

/** What all gateways find around them. */
export type Surroundings = Omit<Place, 'port'>;

/** What the field is made with. */
export interface FieldTools {
  readonly options: BenchOptions;
  readonly undo: Undo;
  readonly say: Say;
}

/**
 * Starts load and subgraphs, and one gateway after the other.
 *
 * @throws UsageError when no gateway has one of the names; Error when one does not come up.
 */
export async function startField(tools: FieldTools): Promise<Field> {
  const { options, undo, say } = tools;
  const all = [...ALL_OF_OURS, ...PEERS];
  const wanted = wantedAmong(all, options);
  if (wanted.length === 0)
    throw new UsageError(
      `No gateway is called ${options.only.join(', ')}, only ${all.map(({ name }) => name).join(', ')}.`,
    );
  for (const peer of new Set(wanted.flatMap((target) => target.peer ?? [])))
    installPeer(peer, options.peers, say);
  const load = await startLoad(options.loadCore);
  undo.add(() => load.process.stop());
  const subgraphs = await startSubgraphs(options.loadCore);
  undo.add(() => subgraphs.process.stop());
  const place = await placeFor(subgraphs, tools);
  const gateways = await started(wanted, place, tools);
  const floors = await floorsBehind(gateways, { subgraphs, place, tools });
  return { load, subgraphs, gateways: [...gateways, ...floors], place };
}

/** A name stands for itself and for all that it begins: `hive` for `hive-rust` too. */
function wantedAmong(targets: readonly Target[], { only }: BenchOptions): readonly Target[] {
  const isNamed = ({ name }: Target): boolean => only.some((each) => `${name}-`.startsWith(`${each}-`));
  return targets.filter((target) => only.length === 0 || isNamed(target));
}

async function placeFor({ url }: Subgraphs, { options, undo }: FieldTools): Promise<Surroundings> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-gateway-'));
  undo.add(async () => rmSync(folder, { recursive: true }));
  const issuer = await startIssuer();
  undo.add(() => issuer.stop());
  const supergraph = join(folder, 'supergraph.graphql');
  writeFileSync(supergraph, supergraphOf(url));
  return { folder, supergraph, subgraphs: url, peers: options.peers, issuer };
}

/** The first that is measured must not share its core with the others' starts. */
async function started(
  targets: readonly Target[],
  place: Surroundings,
  { options, undo }: FieldTools,
): Promise<readonly Gateway[]> {
  const gateways: Gateway[] = [];
  for (const target of targets) {
    const gateway = await startGateway(target, options.gatewayCore, place);
    undo.add(() => gateway.process.stop());
    gateways.push(gateway);
  }
  await untilCalm(gateways.map(({ process }) => process.pid));
  return gateways;
}

interface Behind {
  readonly subgraphs: Subgraphs;
  readonly place: Surroundings;
  readonly tools: FieldTools;
}

/** The floors make the calls that the first gateway makes, ours where it is measured. */
async function floorsBehind(
  [first]: readonly Gateway[],
  { subgraphs, place, tools }: Behind,
): Promise<readonly Gateway[]> {
  if (!first) return [];
  const request = workNamed('benchmark').request(0);
  const answer = await first.ask(request);
  const recorded = await subgraphs.record(() => first.ask(request));
  const waves = uniqueCalls(recorded);
  tools.say(
    `${first.target.title}: ${count(recorded)} calls for the benchmark query, ${count(waves)} distinct.`,
  );
  const floors = floorsFor({ waves, answer: JSON.stringify({ data: answer.data }) });
  return started(wantedAmong(floors, tools.options), place, tools);
}

function count(waves: readonly (readonly unknown[])[]): number {
  return waves.flat().length;
}
