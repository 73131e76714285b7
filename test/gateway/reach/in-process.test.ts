import { describe, expect, test } from '@jest/globals';
import { GraphQLScalarType } from 'graphql';
import { reachInProcess } from '../../../gateway/reach/in-process.js';
import { Leaving } from '../../../gateway/reach/leaving.js';
import type { FetchReport, Reach, SubgraphFetch } from '../../../gateway/reach/reach.js';
import { REACH_DEFAULTS } from '../../../gateway/reach/settings.js';
import { ANONYMOUS } from '../../../schema/contract/caller.js';
import { SILENT } from '../../support/tiny-hub.js';
import { local, tinyUnion } from '../../support/tiny-subgraphs.js';

const fetchOf = (query: string, variables = {}): SubgraphFetch => ({
  query,
  variables,
  operation: { requestId: 'request-1', caller: ANONYMOUS, subgraphs: [] },
  leaving: new Leaving(new AbortController().signal),
});

/** A subgraph whose scalar counts how often a literal of it is read. */
function counting() {
  const read: unknown[] = [];
  const Day = new GraphQLScalarType({
    name: 'Day',
    parseValue: String,
    parseLiteral: (node) => String(read.push(node)),
  });
  const subgraph = local('counting', 'scalar Day type Query { on(day: Day): Int }', {
    Day,
    Query: { on: () => 1 },
  });
  return { subgraph, read };
}

function reachTo(subgraph: ReturnType<typeof tinyUnion>, onFetch?: (report: FetchReport) => void): Reach {
  const reach = reachInProcess([subgraph], { settings: REACH_DEFAULTS, log: SILENT, onFetch });
  return reach({ name: subgraph.name, url: 'x:y' });
}

describe('a subgraph within the process', () => {
  test('has each distinct fetch validated once', async () => {
    const { subgraph, read } = counting();
    const reach = reachTo(subgraph);

    for (const _ of [1, 2, 3]) await reach.fetch(fetchOf('{ on(day: "2024-03-31") }'));

    const [validated, runs] = [1, 3];
    expect(read).toHaveLength(validated + runs);
  });

  test('is given a fresh context for each fetch, with the id of the request', async () => {
    const contexts: object[] = [];
    const union = tinyUnion();
    const contextFor = ({ requestId }: { readonly requestId: string }) => {
      contexts.push({ requestId });
      return {};
    };
    const reach = reachTo({ ...union, contextFor });

    await reach.fetch(fetchOf('{ orgs { totalCount } }'));
    await reach.fetch(fetchOf('{ orgs { totalCount } }'));

    expect(contexts).toEqual([{ requestId: 'request-1' }, { requestId: 'request-1' }]);
  });

  test('answers a malformed fetch with an error, and so again', async () => {
    const reach = reachTo(tinyUnion());

    const answers = [await reach.fetch(fetchOf('{ gone }')), await reach.fetch(fetchOf('{ gone }'))];

    for (const { data, errors } of answers) {
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    }
  });

  test('is not asked for what nobody wants any more', async () => {
    const contexts: object[] = [];
    const contextFor = (origin: object) => ({ ...origin, at: contexts.push(origin) });
    const reach = reachTo({ ...tinyUnion(), contextFor });
    const leaving = new Leaving(AbortSignal.abort());

    await expect(reach.fetch({ ...fetchOf('{ orgs { totalCount } }'), leaving })).rejects.toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
    });
    expect(contexts).toEqual([]);
  });

  test('is told when its answer is no longer wanted', async () => {
    const leaving = new AbortController();
    const given: (AbortSignal | undefined)[] = [];
    const contextFor = ({ signal }: { readonly signal?: AbortSignal }) => {
      given.push(signal);
      leaving.abort();
      return {};
    };
    const reach = reachTo({ ...tinyUnion(), contextFor });

    const fetch = { ...fetchOf('{ orgs { totalCount } }'), leaving: new Leaving(leaving.signal) };

    await expect(reach.fetch(fetch)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(given).toMatchObject([{ aborted: true }]);
  });

  test('whose answer is larger than is read has failed, as over HTTP', async () => {
    const settings = { ...REACH_DEFAULTS, SUBGRAPH_ANSWER_LIMIT_BYTES: 20 };
    const union = tinyUnion();
    const reach = reachInProcess([union], { settings, log: SILENT });
    const way = reach({ name: union.name, url: 'x:y' });

    await expect(way.fetch(fetchOf('{ orgs { edges { node { id } } } }'))).rejects.toMatchObject({
      code: 'SUBGRAPH_FAILED',
    });
  });

  test('tells of every fetch when it is over', async () => {
    const reports: FetchReport[] = [];
    const reach = reachTo(tinyUnion(), (report) => void reports.push(report));

    await reach.fetch(fetchOf('{ orgs { totalCount } }'));
    await reach.fetch(fetchOf('{ broken }'));

    const told = { subgraph: 'union', requestId: 'request-1', ms: expect.any(Number) };
    expect(reports).toEqual([
      { ...told, ok: true },
      { ...told, ok: false },
    ]);
  });

  test('that the supergraph names and nobody runs is a mistake of whoever started the hub', () => {
    const reach = reachInProcess([], { settings: REACH_DEFAULTS, log: SILENT });

    expect(() => reach({ name: 'gone', url: 'x:y' })).toThrow('gone');
  });
});
