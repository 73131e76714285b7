import * as fc from 'fast-check';
import type { Asking } from './asking.js';
import { diceOver, type Dice } from './dice.js';
import type { Graph } from './graph.js';
import { operationFor } from './operations.js';
import { smallerAskings } from './smaller.js';
import type { WorldSeed } from './world.js';

/** One question to one graph over one world. */
export interface Case {
  readonly origin: WorldSeed;
  readonly asking: Asking;
}

/** Any case of a graph; a failing one shrinks to a shorter operation over a world with fewer faults. */
export function casesOf(graph: Graph): fc.Arbitrary<Case> {
  return new CaseArbitrary(graph);
}

const QUIET = { nulls: 0, faults: 0, violations: 0, ghosts: 0 };

/** Kinds of worlds: one that is whole, and such as lack something. */
const WORLDS: readonly Omit<WorldSeed, 'seed'>[] = [
  QUIET,
  { ...QUIET, nulls: 0.2 },
  { ...QUIET, nulls: 0.1, ghosts: 0.3 },
  { ...QUIET, nulls: 0.1, faults: 0.1 },
  { ...QUIET, violations: 0.08 },
  { nulls: 0.1, faults: 0.05, violations: 0.04, ghosts: 0.2 },
];

class CaseArbitrary extends fc.Arbitrary<Case> {
  constructor(private readonly graph: Graph) {
    super();
  }

  override generate(random: fc.Random): fc.Value<Case> {
    const dice = diceOver(() => random.nextDouble());
    return new fc.Value({ origin: worldFor(dice), asking: operationFor(this.graph.whole.schema, dice) }, {});
  }

  override canShrinkWithoutContext(value: unknown): value is Case {
    return typeof value === 'object' && value !== null && 'asking' in value;
  }

  override shrink({ origin, asking }: Case): fc.Stream<fc.Value<Case>> {
    const { schema } = this.graph.whole;
    const smaller = function* () {
      for (const each of smallerWorlds(origin)) yield new fc.Value({ origin: each, asking }, {});
      for (const each of smallerAskings(schema, asking)) yield new fc.Value({ origin, asking: each }, {});
    };
    return new fc.Stream(smaller());
  }
}

function worldFor(dice: Dice): WorldSeed {
  return { seed: dice.int(1_000_000), ...dice.pick(WORLDS) };
}

function* smallerWorlds(origin: WorldSeed): Generator<WorldSeed> {
  for (const share of ['faults', 'violations', 'ghosts', 'nulls'] as const) {
    if (origin[share] > 0) yield { ...origin, [share]: 0 };
  }
}
