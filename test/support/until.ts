import { setTimeout as pause } from 'node:timers/promises';

/** How long what is waited for has the processor to itself before it is looked at again. Unit: milliseconds. */
const PAUSE = 2;

/** Asks again and again until it is so; a test that waits in vain runs out of time. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(PAUSE);
}
