import { differences, type Difference } from './check.js';
import type { Say } from './options.js';
import type { Gateway } from './targets/gateway.js';
import { ALL_OF_OURS } from './targets/ours.js';
import type { Work } from './work/work.js';

/**
 * The gateways that take part in a work: those whose answers to it are right.
 *
 * @throws Error when ours is not among them.
 */
export async function rightAmong(work: Work, all: readonly Gateway[], say: Say): Promise<readonly Gateway[]> {
  const gateways = all.filter(({ target }) => target.works?.includes(work.name) ?? true);
  const reference = gateways.find(({ target }) => target.name === 'stock') ?? gateways[0];
  if (!reference) return [];
  const wrong = await differences(work, reference, gateways);
  for (const each of wrong)
    say(`${each.gateway.target.title} is left out, it answers otherwise: ${shown(each)}\n`);
  if (wrong.some(({ gateway }) => ALL_OF_OURS.includes(gateway.target))) throw new Error('Ours is wrong.');
  const leftOut = new Set(wrong.map(({ gateway }) => gateway));
  return gateways.filter((gateway) => !leftOut.has(gateway));
}

/** How much of a wrong answer is told. Unit: characters. */
const SHOWN = 1_500;

function shown({ request, answer, expected }: Difference): string {
  return JSON.stringify({ request, answer, expected }).slice(0, SHOWN);
}
