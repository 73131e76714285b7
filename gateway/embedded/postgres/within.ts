/** What {@link within} answers when the time was up. */
export const LATE = Symbol('late');

/** Waits for `outcome`, but not longer than `patience`. Unit: milliseconds. */
export async function within<Outcome>(
  outcome: Promise<Outcome>,
  patience: number,
): Promise<Outcome | typeof LATE> {
  const alarm = Promise.withResolvers<typeof LATE>();
  const timer = setTimeout(() => alarm.resolve(LATE), patience);
  return Promise.race([outcome, alarm.promise]).finally(() => clearTimeout(timer));
}
