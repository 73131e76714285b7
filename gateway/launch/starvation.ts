import { readFileSync } from 'node:fs';

/** Linux tells it there of the main thread, on which a gateway answers. */
const SCHEDULED = '/proc/self/schedstat';
const NANOSECONDS = 1_000_000;

/**
 * How long this process has been ready to run and got no processor, since it began: what it does itself never counts. Always
 * 0 where the system does not tell. Unit: milliseconds.
 */
export function starvedMs(): number {
  try {
    const [, waited] = readFileSync(SCHEDULED, 'utf8').split(' ');
    return Number(waited) / NANOSECONDS || 0;
  } catch {
    return 0;
  }
}
