/**
 * Waits for `work` no longer than a time; then `otherwise` is the answer and the work's own outcome is ignored.
 *
 * @param milliseconds Unit: milliseconds.
 */
export async function timeLimit<Result, Otherwise>(
  work: Promise<Result>,
  milliseconds: number,
  otherwise: Otherwise,
): Promise<Result | Otherwise> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
