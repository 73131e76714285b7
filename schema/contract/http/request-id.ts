import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const WELL_FORMED = /^[A-Za-z0-9_-]{8,64}$/;

const scope = new AsyncLocalStorage<string>();

/** The id of a request: the caller's own when the caller is trusted and the id is well formed, else a new one. */
export function requestIdFor(given: string | readonly string[] | undefined, isTrusted: boolean): string {
  return isTrusted && typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID();
}

/** Runs `work` so that everything within it can tell which request it serves. */
export function withinRequest<Result>(requestId: string, work: () => Result): Result {
  return scope.run(requestId, work);
}

/** The id of the request being served; empty outside of one. */
export function currentRequestId(): string {
  return scope.getStore() ?? '';
}
