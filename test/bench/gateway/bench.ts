import { Undo } from '../../../gateway/embedded/undo.js';
import { differences, type Difference } from './check.js';
import { startField, type Field } from './field.js';
import { measure, type Sample } from './measure.js';
import type { BenchOptions, Say } from './options.js';
import { goalsFor, verdicts } from './report/goals.js';
import { mediansOf } from './report/medians.js';
import { startTable, verdictTable, workTable } from './report/table.js';
import type { Gateway } from './targets/gateway.js';
import { OURS } from './targets/ours.js';
import type { Work } from './work/work.js';
import { workNamed } from './work/works.js';
import { writeFileSync } from 'node:fs';

/** Runs the whole benchmark and says what it measures. @throws Error when a gateway does not come up or ours is wrong. */
export async function runBench(options: BenchOptions, say: Say): Promise<void> {
  const works = options.works.map(workNamed);
  const undo = new Undo();
  try {
    const field = await startField({ options, undo, say });
    say(`\n${startTable(field.gateways)}`);
    const samples: Sample[] = [];
    for (const work of works) samples.push(...(await measured(work, field, options, say)));
    say(`\n${verdictTable(verdicts(goalsFor(oursAmong(field.gateways)), mediansOf(samples)))}`);
    if (options.json) writeFileSync(options.json, JSON.stringify(samples, null, 1));
  } finally {
    await undo.all();
  }
}

async function measured(
  work: Work,
  field: Field,
  { rounds, seconds, warmUp }: BenchOptions,
  say: Say,
): Promise<readonly Sample[]> {
  say(`\n## ${work.title}, ${work.connections} connections\n`);
  const gateways = await rightAmong(work, field.gateways, say);
  const samples = await Array.fromAsync(measure({ ...field, rounds, seconds, warmUp }, work, gateways));
  const medians = mediansOf(samples);
  say(workTable(medians, new Map(gateways.map(({ target }) => [target.name, target.title]))));
  for (const { gateway, firstFailure } of medians) if (firstFailure) say(`${gateway}: ${firstFailure}`);
  return samples;
}

/** The gateways that take part in the work: those whose answers are right. */
async function rightAmong(work: Work, all: readonly Gateway[], say: Say): Promise<readonly Gateway[]> {
  const gateways = all.filter(({ target }) => target.works?.includes(work.name) ?? true);
  const reference = gateways.find(({ target }) => target.name === 'stock') ?? gateways[0];
  if (!reference) return [];
  const wrong = await differences(work, reference, gateways);
  for (const each of wrong)
    say(`${each.gateway.target.title} is left out, it answers otherwise: ${shown(each)}\n`);
  if (wrong.some(({ gateway }) => OURS.includes(gateway.target))) throw new Error('Our gateway is wrong.');
  const leftOut = new Set(wrong.map(({ gateway }) => gateway));
  return gateways.filter((gateway) => !leftOut.has(gateway));
}

/** How much of a wrong answer is told. Unit: characters. */
const SHOWN = 1_500;

function shown({ request, answer, expected }: Difference): string {
  return JSON.stringify({ request, answer, expected }).slice(0, SHOWN);
}

/** Ours as in production where it can run so. */
function oursAmong(gateways: readonly Gateway[]): string {
  return gateways.some(({ target }) => target.name === 'ours-token') ? 'ours-token' : 'ours';
}
