/** How PostgreSQL says that it gave a transaction up for the sake of another, and that it may well be done if begun anew. */
const GIVEN_UP: ReadonlySet<unknown> = new Set(['40P01', '40001']);

/** How often a transaction is begun that is given up each time. */
const MOST_TRIES = 5;

/** Does the work of a transaction, and does it anew where PostgreSQL gave it up, since it has left nothing behind then. */
export async function retried<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let left = MOST_TRIES - 1; left > 0; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (!isGivenUp(error)) throw error;
    }
  }
  return work();
}

function isGivenUp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && GIVEN_UP.has(error.code);
}
