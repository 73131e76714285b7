import { Undo } from '../../../gateway/embedded/undo.js';
import { startField, type Field } from './field.js';
import { measure, type Sample } from './measure.js';
import type { BenchOptions, Say } from './options.js';
import { keepOffGateways } from './processes/pinned.js';
import { mediansOf } from './report/medians.js';
import { loadTable, startTable, takeoverTable, verdictTable } from './report/tables.js';
import { verdictsOn } from './report/goals.js';
import { rightAmong } from './right.js';
import { measureStarts } from './starts.js';
import { measureTakeover } from './takeover.js';
import type { Work } from './work/work.js';
import { WORKS } from './work/works.js';
import { writeFileSync } from 'node:fs';

/**
 * Runs the whole benchmark and says what it measures.
 *
 * @throws Error when a gateway does not come up, or ours answers otherwise than the others.
 */
export async function runBench(options: BenchOptions, say: Say): Promise<void> {
  const undo = new Undo();
  keepOffGateways(options.loadCore);
  try {
    say(`Medians of ${options.rounds} rounds of ${options.seconds} s each, Node ${process.versions.node}.`);
    const field = await startField({ options, undo, say });
    const run: Run = { field, options, say };
    const samples: Sample[] = [];
    for (const work of WORKS)
      if (options.works.includes(work.name)) samples.push(...(await underLoad(work, run)));
    for (const [name, part] of Object.entries(OTHER_PARTS)) if (options.works.includes(name)) await part(run);
    if (samples.length > 0) say(`\n### What was to be reached\n\n${verdictTable(verdictsOn(samples))}`);
    if (options.json) writeFileSync(options.json, JSON.stringify(samples, null, 1));
  } finally {
    await undo.all();
  }
}

interface Run {
  readonly field: Field;
  readonly options: BenchOptions;
  readonly say: Say;
}

async function underLoad(work: Work, { field, options, say }: Run): Promise<readonly Sample[]> {
  say(`\n### ${work.title}, connections: ${work.connections}\n`);
  const gateways = await rightAmong(work, field.gateways, say);
  const samples = await measure({ ...field, ...options }, work, gateways);
  const medians = mediansOf(samples);
  say(loadTable(medians, new Map(gateways.map(({ target }) => [target.name, target.title]))));
  for (const { gateway, firstFailure } of medians) if (firstFailure) say(`\n${gateway}: ${firstFailure}`);
  return samples;
}

/** What is measured without load, by name. */
const OTHER_PARTS: Readonly<Record<string, (run: Run) => Promise<void>>> = {
  start: async ({ field: { gateways, place }, options: { gatewayCore: core, rounds }, say }) => {
    const targets = gateways.map(({ target }) => target);
    say(`\n### start\n\n${startTable(await measureStarts(targets, { place, core, rounds }))}`);
  },
  takeover: async ({ field: { place, load }, options: { gatewayCore: core, rounds }, say }) => {
    say(`\n### a new supergraph\n\n${takeoverTable(await measureTakeover({ place, load, core, rounds }))}`);
  },
};
