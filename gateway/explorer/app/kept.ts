import { recall, remember } from './memory.js';

/** What survives a reload: the query and its variables. Headers may hold a token and are never kept. */
const KEPT: readonly string[] = ['graphiql:query', 'graphiql:variables'];

/** The store that GraphiQL is given in place of the browser's own; it takes nothing but {@link KEPT}. */
export const keptWork = {
  length: KEPT.length,
  getItem: (key: string): string | null => (KEPT.includes(key) ? recall(key) : null),
  setItem: (key: string, value: string): void => {
    if (KEPT.includes(key)) remember(key, value);
  },
  removeItem: (key: string): void => remember(key, null),
  clear: (): void => KEPT.forEach((key) => remember(key, null)),
};
