import { text } from '../../../contract/text.js';
import type { Call } from '../call.js';
import { ran } from '../processes.js';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** How the tests of a new folder went; skipped where its libraries are not there. */
export interface Tests {
  readonly state: 'PASSED' | 'FAILED' | 'SKIPPED';
  readonly output: string;
}

/** Installs the libraries of a folder; answers whether that went well. */
export async function install(call: Call, folder: string): Promise<boolean> {
  call.progress(text('npm install', 'npm install'));
  const { env, signal } = call.desk;
  const { exit, output } = await ran('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: folder,
    env,
    signal,
  });
  if (exit !== 0) call.warn(text(`npm install không xong:\n${output}`, `npm install failed:\n${output}`));
  return exit === 0;
}

/** Runs the tests of a folder. */
export async function testsOf(call: Call, folder: string): Promise<Tests> {
  if (!isInstalled(folder)) return { state: 'SKIPPED', output: '' };
  call.progress(text('Chạy kiểm thử', 'Running its tests'));
  // A test runner that runs within another one reports to that instead.
  const env = { ...call.desk.env, NODE_TEST_CONTEXT: undefined };
  const { exit, output } = await ran(process.execPath, ['--test'], {
    cwd: folder,
    env,
    signal: call.desk.signal,
  });
  return { state: exit === 0 ? 'PASSED' : 'FAILED', output };
}

function isInstalled(folder: string): boolean {
  try {
    createRequire(join(folder, 'package.json')).resolve('graphql-http');
    return true;
  } catch {
    return false;
  }
}
