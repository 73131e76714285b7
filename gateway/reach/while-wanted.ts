/**
 * Waits for `work` until the client or the time gives it up; then the answer is `null`, and the signal that `work` was
 * given is aborted. What nobody wants from the first is not begun.
 *
 * @param milliseconds Unit: milliseconds.
 */
export async function whileWanted<Result>(
  wanted: AbortSignal,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | null> {
  if (wanted.aborted) return null;
  const control = new AbortController();
  const giveUp = () => control.abort();
  const timer = setTimeout(giveUp, milliseconds);
  wanted.addEventListener('abort', giveUp, { once: true });
  try {
    return await Promise.race([givenUp(control.signal), work(control.signal)]);
  } finally {
    clearTimeout(timer);
    wanted.removeEventListener('abort', giveUp);
  }
}

function givenUp(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
