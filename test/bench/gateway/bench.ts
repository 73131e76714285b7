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
import { WORKS } from './work/works.js';
import { writeFileSync } from 'node:fs';

/**
 * Runs the whole benchmark and says what it measures. Two starts of the same gateway differ, by what V8 made of it, more
 * than many gateways do; what is not under load is measured with the first start alone.
 *
 * @throws Error when a gateway does not come up, or ours answers otherwise than the others.
 */
export async function runBench(options: BenchOptions, say: Say): Promise<void> {
  const { starts, rounds, seconds } = options;
  keepOffGateways(options.loadCore);
  say(`Medians of ${starts} × ${rounds} rounds of ${seconds} s each, Node ${process.versions.node}.`);
  const samples: Sample[] = [];
  const titles = new Map<string, string>();
  for (let start = 0; start < starts; start += 1) {
    const undo = new Undo();
    try {
      const field = await startField({ options, undo, say });
      for (const { target } of field.gateways) titles.set(target.name, target.title);
      const run: Run = { field, options, say };
      samples.push(...(await underLoad(run)));
      if (start === 0) await otherParts(run);
    } finally {
      await undo.all();
    }
  }
  report(samples, titles, say);
  if (options.json) writeFileSync(options.json, JSON.stringify(samples, null, 1));
}

interface Run {
  readonly field: Field;
  readonly options: BenchOptions;
  readonly say: Say;
}

async function underLoad({ field, options, say }: Run): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const work of WORKS.filter(({ name }) => options.works.includes(name))) {
    const gateways = await rightAmong(work, field.gateways, say);
    samples.push(...(await measure({ ...field, ...options }, work, gateways)));
  }
  return samples;
}

async function otherParts(run: Run): Promise<void> {
  for (const [name, part] of Object.entries(OTHER_PARTS))
    if (run.options.works.includes(name)) await part(run);
}

function report(samples: readonly Sample[], titles: ReadonlyMap<string, string>, say: Say): void {
  const all = mediansOf(samples);
  for (const { name, title, connections } of WORKS) {
    const medians = all.filter(({ work }) => work === name);
    if (medians.length === 0) continue;
    say(`\n### ${title}, connections: ${connections}\n\n${loadTable(medians, titles)}`);
    for (const { gateway, firstFailure } of medians) if (firstFailure) say(`\n${gateway}: ${firstFailure}`);
  }
  if (all.length > 0) say(`\n### What was to be reached\n\n${verdictTable(verdictsOn(samples))}`);
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
