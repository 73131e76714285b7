import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { PlanningThread } from '../../../../../gateway/engine/plan/threads/planning-thread.js';
import { until } from '../../../../support/until.js';

const TASKS = '/proc/self/task';
/** Where the niceness stands in a line of `/proc/PID/stat` behind the name. Source: proc(5). */
const NICENESS_AT = 16;

function nicenessOf(task: string): number {
  const [, rest = ''] = readFileSync(`${TASKS}/${task}/stat`, 'utf8').split(') ');
  return Number(rest.split(' ')[NICENESS_AT]);
}

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('a planning thread is less urgent than the thread that answers', async () => {
  const main = nicenessOf(String(process.pid));
  const thread = new PlanningThread(256);
  try {
    await until(() => readdirSync(TASKS).some((task) => nicenessOf(task) > main));

    expect(nicenessOf(String(process.pid))).toBe(main);
  } finally {
    await thread.close();
  }
});
