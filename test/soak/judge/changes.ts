import type { Violation } from './violation.js';

/** Changes of a whole run, each by its own key. */
export interface Changes {
  /** Keys that clients sent, with whether they were told that it was made. */
  readonly sent: ReadonlyMap<string, 'acknowledged' | 'unknown'>;
  /** Keys in the order in which subgraphs made the changes. */
  readonly executed: readonly string[];
}

/** Changes that were made twice, told but not made, or made though nobody asked. */
export function wrongChanges({ sent, executed }: Changes, at: number): readonly Violation[] {
  const times = new Map<string, number>();
  for (const key of executed) times.set(key, (times.get(key) ?? 0) + 1);
  const made = [...times].flatMap(([key, count]) => {
    if (!sent.has(key)) return [`the change ${key} was made though nobody sent it`];
    return count > 1 ? [`the change ${key} was made ${count} times`] : [];
  });
  const told = [...sent]
    .filter(([key, fate]) => fate === 'acknowledged' && !times.has(key))
    .map(([key]) => `the change ${key} was acknowledged and never made`);
  return [...made, ...told].map((what) => ({ at, what }));
}
