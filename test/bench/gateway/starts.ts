import { median } from './report/medians.js';
import type { Surroundings } from './field.js';
import { startGateway } from './targets/gateway.js';
import type { Target } from './targets/target.js';

/** How long one gateway takes from its start to its first answer. */
export interface StartTime {
  readonly target: Target;
  /** Median of all rounds. Unit: milliseconds. */
  readonly readyAfter: number;
}

/** Starts every gateway once a round, alone, and stops it again. @throws Error when one does not come up. */
export async function measureStarts(
  targets: readonly Target[],
  { place, core, rounds }: { readonly place: Surroundings; readonly core: number; readonly rounds: number },
): Promise<readonly StartTime[]> {
  const times = new Map(targets.map((target) => [target, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [target, taken] of times) {
      const gateway = await startGateway(target, core, place);
      taken.push(gateway.readyAfter);
      await gateway.process.stop();
    }
  }
  return [...times].map(([target, taken]) => ({ target, readyAfter: median(taken) }));
}
