import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Clock ticks in which Linux counts a process's time. Unit: ticks a second. */
const TICKS = 100;

const BYTES_IN_KB = 1_024;

/** Time of a core that a process has used so far. Unit: seconds. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const [user, system] = [fields[11], fields[12]].map(Number);
  return ((user ?? 0) + (system ?? 0)) / TICKS;
}

/** What is looked at to tell whether processes are calm. Unit: milliseconds. */
const CALM = { look: 500, limit: 20_000 };
/** Share of a core below which processes are calm. */
const CALM_SHARE = 0.05;

/** Waits until processes that have just started do hardly anything any more, or for so long at most. */
export async function untilCalm(pids: readonly number[]): Promise<void> {
  const used = (): number => pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
  for (let waited = 0; waited < CALM.limit; waited += CALM.look) {
    const before = used();
    await delay(CALM.look);
    if ((used() - before) * 1_000 < CALM_SHARE * CALM.look) return;
  }
}

/** Memory that a process holds now. Unit: bytes. */
export function residentBytes(pid: number): number {
  return memoryIn('VmRSS', pid);
}

/** The most memory that a process ever held. Unit: bytes. */
export function mostResidentBytes(pid: number): number {
  return memoryIn('VmHWM', pid);
}

function memoryIn(line: string, pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1]) * BYTES_IN_KB;
}
