import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How often a process looks whether it rested since: after less it may soon need its memory again. Unit: milliseconds. */
const LOOK_MS = 60_000;
/** The share of one processor's time up to which it rests. */
const REST_SHARE = 0.02;
/** Memory that is held for nothing, beyond what the last collection left, from which on it is given back. Unit: bytes. */
const WORTH_BYTES = 33_554_432;

/**
 * Gives back, while a process rests, the memory that it holds for nothing. V8 looks after that only as new objects are
 * made, so a process would keep for ever what it needed at its busiest.
 */
export function giveBackAtRest(): void {
  const collect = collector();
  let before = process.cpuUsage();
  let kept = 0;
  const look = (): void => {
    const used = process.cpuUsage(before);
    before = process.cpuUsage();
    if (!isRest(used) || heldForNothing() - kept < WORTH_BYTES) return;
    collect();
    kept = heldForNothing();
  };
  setInterval(look, LOOK_MS).unref();
}

/** Memory that V8 holds for the objects of this thread, and has none in. Unit: bytes. */
export function heldForNothing(): number {
  const { heapTotal, heapUsed } = process.memoryUsage();
  return heapTotal - heapUsed;
}

/**
 * What collects all garbage of this thread and gives the memory back; the thread pauses for tenths of a second. No gentler
 * collection makes the room of young objects smaller.
 */
export function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as NodeJS.GCFunction;
  setFlagsFromString('--no-expose-gc');
  return () => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/** Microseconds of processors, as `process.cpuUsage` has them. */
function isRest({ user, system }: NodeJS.CpuUsage): boolean {
  return user + system <= REST_SHARE * LOOK_MS * 1_000;
}
