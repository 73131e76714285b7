import type { LauncherParts } from '../../../gateway/launch/launch.js';
import { Launcher } from '../../../gateway/launch/launcher.js';
import { EditionRuns } from '../../../gateway/launch/runs.js';
import type { HeldRelease } from '../../../gateway/release/held.js';
import { OperationBook } from '../../../gateway/usage/book.js';
import { createLog } from '../../../schema/contract/log.js';
import { expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';

/** Longer than the first release is watched. Unit: milliseconds. */
const SLOW_LAUNCH_MS = 1_800;

/** A launcher that serves release 1, and what it does with the gateway, the disk and the registry. */
function aLauncher() {
  const done: string[] = [];
  const book = new OperationBook();
  const runs = () => new EditionRuns(book);
  const open = { rules: { isEmpty: true }, engine: {}, limits: {} };
  const parts = {
    book,
    runs,
    log: createLog('test', 'silent'),
    settings: { LAUNCH_WATCH_S: 1, LAUNCH_WARM_OPERATIONS: 0, LAUNCH_WARM_MS: 100 },
    kept: {
      returned: async () => undefined,
      good: async () => aRelease(1),
      keepGood: async ({ number }: HeldRelease) => void done.push(`good ${number}`),
      keepTrial: async () => undefined,
    },
    reports: {
      launched: ({ number }: HeldRelease) => void done.push(`launched ${number}`),
      passed: ({ number }: HeldRelease) => void done.push(`passed ${number}`),
      written: (writing: Promise<void>) => writing,
    },
    gateway: {
      takeOver: async (sdl: string, means: Parameters<LauncherParts['gateway']['takeOver']>[1]) => {
        await means?.ready?.(open as never, open as never, new AbortController().signal);
        await delay(sdl === '3' ? SLOW_LAUNCH_MS : 0);
      },
    },
  } as unknown as LauncherParts;
  const first = aRelease(1);
  return { done, launcher: new Launcher({ release: first, good: first, runs: runs() }, parts) };
}

function aRelease(number: number): HeldRelease {
  return { number, supergraphSdl: String(number), opened: [] } as unknown as HeldRelease;
}

test('what is found of a release is not said of the one that was launched meanwhile', async () => {
  const { launcher, done } = aLauncher();
  await launcher.launch(aRelease(2));

  await launcher.launch(aRelease(3));
  await launcher.launch(aRelease(4));
  launcher.stop();

  expect(done).toEqual(['launched 2', 'launched 3', 'launched 4']);
});
