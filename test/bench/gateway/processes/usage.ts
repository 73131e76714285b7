import { readFileSync } from 'node:fs';

/** Clock ticks in which Linux counts a process's time. Unit: ticks a second. */
const TICKS = 100;

const BYTES_IN_KB = 1_024;

/** Time of a core that a process has used so far. Unit: seconds. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const [user, system] = [fields[11], fields[12]].map(Number);
  return ((user ?? 0) + (system ?? 0)) / TICKS;
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
