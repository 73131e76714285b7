import { describe, expect, test } from '@jest/globals';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { Metrics } from '../../../gateway/telemetry/metrics.js';
import { tracingWith } from '../../../gateway/telemetry/tracing.js';
import { aDoor, codesIn, post } from '../door/a-door.js';
import { hub, PREFLIGHTED, send } from '../http/send.js';
import type { GatewayChanges } from '../../support/tiny-hub.js';

/** A gateway that counts and traces everything. */
async function watchedHub(changes: GatewayChanges = {}) {
  const exporter = new InMemorySpanExporter();
  const tracing = tracingWith(new SimpleSpanProcessor({ exporter }), { ratio: 1, trustsClients: false });
  const metrics = new Metrics(10);
  const lookAt = (origin: { readonly requestId: string }) => {
    const watch = tracing.watch(origin);
    return watch && { watch };
  };
  const { url } = await hub({ ...changes, telemetry: { metrics, lookAt, close: async () => undefined } });
  return {
    url,
    /** How each operation ended: 2 is badly. */
    ends: () =>
      exporter
        .getFinishedSpans()
        .filter(({ name }) => name === 'operation')
        .map(({ status }) => status.code),
    errors: async () =>
      [
        ...(await metrics.text()).matchAll(/^gateway_errors_total\{agency="none",code="(\w+)"\} (\d+)$/gm),
      ].map(([, code, count]) => `${code} ${count}`),
  };
}

describe('an operation that is watched', () => {
  test.each([
    ['cannot be read', '{ unclosed', 'GRAPHQL_PARSE_FAILED'],
    ['is not valid', '{ nothingOfTheKind }', 'GRAPHQL_VALIDATION_FAILED'],
    ['is too large', '{ orgs(first: 30000) { edges { cursor } } }', 'QUERY_TOO_COMPLEX'],
    ['has wrong variables', 'query ($n: Int!) { orgs(first: $n) { totalCount } }', 'BAD_USER_INPUT'],
  ])('ends once, and its error is counted once, when it %s', async (_, query, code) => {
    const { url, ends, errors } = await watchedHub();

    await post(url, { query });

    expect([ends(), await errors()]).toEqual([[2], [`${code} 1`]]);
  });

  test('ends once when it goes well', async () => {
    const { url, ends, errors } = await watchedHub();

    await post(url, { query: '{ medalNames }' });
    await post(url, { query: '{ __schema { queryType { name } } }' });

    expect([ends(), await errors()]).toEqual([[0, 0], []]);
  });

  test('ends badly when its caller asks more than allowed', async () => {
    const { url, ends, errors } = await watchedHub({ door: aDoor({ RATE_LIMIT_COST_PER_MINUTE: '1' }) });

    await post(url, { query: '{ orgs(first: 10) { edges { cursor } } }' });

    expect([ends(), await errors()]).toEqual([[2], ['RATE_LIMITED 1']]);
  });

  test('ends badly with the batch that is too much together', async () => {
    const { url, ends } = await watchedHub({ door: aDoor({ BATCH_MAX: '9' }) });
    const query = '{ orgs(first: 5000) { edges { cursor } } }';

    const { status } = await post(
      url,
      Array.from({ length: 4 }, () => ({ query })),
    );

    expect([status, ends()]).toEqual([400, [2, 2, 2, 2]]);
  });

  test.each([
    ['POST', (url: string) => post(url, { query: '{ medalNames }' })],
    ['GET', (url: string) => send(`${url}/graphql?query={medalNames}`, { headers: PREFLIGHTED })],
  ])('ends badly, once, when the gateway itself fails, by %s', async (_, ask) => {
    const ends: boolean[] = [];
    const begin = () => {
      throw new Error('The gateway failed.');
    };
    const watch = {
      begin: (stage: string) => (stage === 'parse' ? () => undefined : begin()),
      beginFetch: begin,
      beginEvent: begin,
      end: (isGood: boolean) => void ends.push(isGood),
    };
    const metrics = new Metrics(10);
    const telemetry = { metrics, lookAt: () => ({ watch }), close: async () => undefined };
    const { url } = await hub({ telemetry });

    const sent = await ask(url);

    expect([codesIn(sent), ends]).toEqual([['INTERNAL'], [false]]);
    expect(await metrics.text()).toContain('gateway_errors_total{agency="none",code="INTERNAL"} 1');
  });

  test('ends when its stream begins', async () => {
    const { url, ends } = await watchedHub();
    const query = '{ orgs { totalCount } ... @defer { medalNames } }';

    const { headers } = await post(url, { query }, { accept: 'multipart/mixed;deferSpec=20220824' });

    expect([headers['content-type'], ends()]).toEqual([expect.stringContaining('multipart/mixed'), [0]]);
  });
});
