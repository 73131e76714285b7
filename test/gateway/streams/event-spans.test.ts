import { expect, test } from '@jest/globals';
import { answersToEvents, type EventsParts } from '../../../gateway/engine/events.js';
import type { Watch } from '../../../gateway/engine/watch.js';
import type { SubgraphAnswer } from '../../../gateway/reach/reach.js';

const OUTGOING = {
  subgraph: 'police',
  isSubscription: true,
  isChange: false,
  query: '',
  variables: '',
  body: '',
};

/** One who looks on, and the names of what began and has not ended. */
function onlooker() {
  const open = new Set<string>();
  const begin = (name: string) => {
    open.add(name);
    return () => void open.delete(name);
  };
  const watch: Watch = {
    begin,
    beginFetch: () => ({ end: begin('fetch') }),
    beginEvent: () => ({ ...watch, end: begin('event') }),
    end: () => undefined,
  };
  return { watch, open };
}

async function* oneEvent(): AsyncGenerator<SubgraphAnswer> {
  yield { data: {} };
}

/** A subscription to one event; what the gateway does with it may throw. */
function partsWith(watch: Watch, changes: object): EventsParts {
  const view = { denials: [] };
  const run = (scope: { fetch: (outgoing: object) => Promise<unknown> }) => scope.fetch(OUTGOING);
  const prepared = { run, shape: {}, valuesFor: () => new Map() };
  const complete = () => ({ data: '{}', errors: [] });
  const parts = { view, viewNow: () => view, variables: {}, isAllOrNothing: false, watch, complete };
  return { ...parts, prepared, subscribe: oneEvent, ...changes } as unknown as EventsParts;
}

test('whoever looks on is told of the end of all that began for an event, also where the gateway fails at it', async () => {
  const { watch, open } = onlooker();
  const complete = () => {
    throw new Error('a fault of the gateway');
  };

  await expect(answersToEvents(partsWith(watch, { complete })).next()).rejects.toThrow('a fault');

  expect([...open]).toEqual([]);
});
