import { projectPath } from '../../../schema/contract/project.js';
import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';

test.each([
  ['an option that there is not', ['--speed', '1'], "Unknown option '--speed'"],
  ['a word for a number', ['--rounds', 'many'], '--rounds must be a number from 0, not many.'],
  ['a gateway that there is not', ['--only', 'nothing'], 'No gateway is called nothing, only ours'],
])('the benchmark refuses %s with how it is used, not where it broke', (_, args, reason) => {
  const command = ['--import', '@oxc-node/core/register', projectPath('test/bench/gateway/main.ts'), ...args];

  const { status, stderr } = spawnSync(process.execPath, command, { cwd: projectPath(), encoding: 'utf8' });

  expect(status).toBe(2);
  expect(stderr).toContain(reason);
  expect(stderr).toContain('npm run bench:gateway -- [--only NAMES]');
  expect(stderr).not.toMatch(/^ +at /m);
});
