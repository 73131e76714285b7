/** Does work when it is first wanted, and never again, whether it came to a result or failed. */
export function once<Result>(work: () => Result): () => Result {
  let done: (() => Result) | undefined;
  return () => {
    done ??= outcomeOf(work);
    return done();
  };
}

function outcomeOf<Result>(work: () => Result): () => Result {
  try {
    const result = work();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
