/**
 * How a server is made to stop: politely (it ends its sessions and writes everything down), at once (what was
 * acknowledged is recovered at the next start), by force. Unit of `patience`: milliseconds.
 */
export const STOPPING = [
  { signal: 'SIGINT', patience: 20_000 },
  { signal: 'SIGQUIT', patience: 5_000 },
  { signal: 'SIGKILL', patience: 5_000 },
] as const;
