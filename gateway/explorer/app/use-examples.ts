import type { Example } from '../example.js';
import { useEffect, useState } from 'react';

/** The example questions, as far as they are known. */
export interface Examples {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly list: readonly Example[];
}

const TIMEOUT_MS = 10_000;

/** Fetches the example questions once. */
export function useExamples(): Examples {
  const [examples, setExamples] = useState<Examples>({ state: 'loading', list: [] });
  useEffect(() => {
    fetchExamples().then(
      (list) => setExamples({ state: 'ready', list }),
      () => setExamples({ state: 'failed', list: [] }),
    );
  }, []);
  return examples;
}

async function fetchExamples(): Promise<readonly Example[]> {
  const response = await fetch('/examples.json', {
    credentials: 'omit',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const list: unknown = response.ok ? await response.json() : null;
  if (!Array.isArray(list)) throw new Error('The examples are not a list.');
  return list as readonly Example[];
}
