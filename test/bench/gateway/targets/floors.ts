import { fromSource } from '../processes/pinned.js';
import type { FloorMode, FloorTask } from '../floors/task.js';
import type { Target } from './target.js';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the floors need to know of the gateway's work. */
export type FloorFacts = Pick<FloorTask, 'waves' | 'answer'>;

const TITLES: Readonly<Record<FloorMode, string>> = {
  json: 'floor: the calls, JSON parsed and printed',
  calls: 'floor: the calls alone',
  static: 'floor: a ready answer',
};

/** Bare servers that do a known part of a gateway's work on the benchmark query. */
export function floorsFor(facts: FloorFacts): readonly Target[] {
  return (Object.keys(TITLES) as FloorMode[]).map((mode) => ({
    name: `floor-${mode}`,
    title: TITLES[mode],
    works: ['benchmark', 'alone'],
    command: ({ folder, subgraphs: upstream, port }) => {
      const file = join(folder, `floor-${mode}.json`);
      writeFileSync(file, JSON.stringify({ ...facts, mode, port, upstream } satisfies FloorTask));
      return { ...fromSource('floors/main.ts'), args: [file] };
    },
  }));
}
