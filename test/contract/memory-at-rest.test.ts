import { projectPath } from '../../schema/contract/project.js';
import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';

/**
 * What a process does that is busy and then rests: it makes and drops objects, many of which live long enough that V8 makes
 * more room for them, and tells the room for young objects before and after.
 */
const BUSY_THEN_AT_REST = `
import { collector } from ${JSON.stringify(projectPath('schema', 'contract', 'memory-at-rest.ts'))};
import { getHeapSpaceStatistics } from 'node:v8';
const room = () => getHeapSpaceStatistics().find((each) => each.space_name === 'new_space').physical_space_size;
let latest = [];
for (let round = 0; round < 300; round += 1)
  latest = Array.from({ length: 5_000 }, (_, index) => ({ index, word: 'word ' + index + round }));
const busy = room();
collector()();
console.log(JSON.stringify([busy, room()]));`;

test('the room that a busy process needed for objects that are gone is given back', () => {
  const args = ['--import', '@oxc-node/core/register', '--input-type=module', '--eval', BUSY_THEN_AT_REST];

  const told = execFileSync(process.execPath, args, { cwd: projectPath(), encoding: 'utf8' });

  const [busy = 0, atRest = 0] = JSON.parse(told) as readonly number[];
  expect(busy).toBeGreaterThan(0);
  expect(atRest).toBeLessThan(busy / 4);
});
