import { setPriority } from 'node:os';

/** How much less urgent than answers such work is, where there are too few processors for both. Unit: steps of niceness. */
const NICENESS = 5;

/** Has the calling thread give way to those that answer. Only Linux can say that of one thread of a process. */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(NICENESS);
}
