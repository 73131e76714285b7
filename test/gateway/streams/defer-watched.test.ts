import { describe, expect, test } from '@jest/globals';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { watches, type Watch } from '../../../gateway/engine/watch.js';
import { Metrics } from '../../../gateway/telemetry/metrics.js';
import { NO_TELEMETRY } from '../../../gateway/telemetry/telemetry.js';
import { tracingWith } from '../../../gateway/telemetry/tracing.js';
import { allParts, inParts } from '../engine/defer/in-parts.js';
import { slowHub } from '../engine/defer/slow-hub.js';

/** Looks on at nothing. */
const SILENT: Watch = {
  begin: () => () => undefined,
  beginFetch: () => ({ end: () => undefined }),
  beginEvent: () => undefined,
  end: () => undefined,
};

/** A hub all of whose operations are traced and counted. */
async function watchedHub() {
  const exporter = new InMemorySpanExporter();
  const tracing = tracingWith(new SimpleSpanProcessor({ exporter }), { ratio: 1, trustsClients: false });
  const metrics = new Metrics(10);
  const over = Promise.withResolvers<void>();
  const lookAt = (origin: { readonly requestId: string }) => {
    const told = { ...SILENT, end: () => over.resolve() };
    const watch = watches([tracing.watch(origin), told]);
    return watch && { watch };
  };
  const hub = await slowHub({ telemetry: { ...NO_TELEMETRY, metrics, lookAt } });
  const counted = async (): Promise<readonly string[]> =>
    (await metrics.text()).split('\n').filter((line) => line.startsWith('gateway_operation_seconds_count'));
  return { hub, counted, over: over.promise, spans: () => exporter.getFinishedSpans() };
}

describe('an operation that is answered in parts', () => {
  test('is over, and counted, when the last one is there', async () => {
    const { hub, spans, counted } = await watchedHub();
    const parts = inParts(hub.url, 'query Slow { unit { name ... @defer { slow } } }');
    await parts.next();
    const early = [spans().map(({ name }) => name), await counted()];

    hub.open();
    await parts.next();

    expect(early).toEqual([expect.not.arrayContaining(['operation']), []]);
    expect(spans().map(({ name }) => name)).toEqual([
      'parse',
      'plan',
      'fetch',
      'execute',
      'complete',
      'fetch',
      'execute',
      'complete',
      'operation',
    ]);
    expect(await counted()).toEqual([
      'gateway_operation_seconds_count{operation="Slow",kind="query",outcome="good"} 1',
    ]);
  });

  test('counts the fields that it asks for, by their agencies', async () => {
    const metrics = new Metrics(10);
    const hub = await slowHub({ telemetry: { ...NO_TELEMETRY, metrics } });

    await allParts(hub.url, '{ unit { name ... @defer { best { title } } } }');

    expect(await metrics.text()).toContain('gateway_fields_total{agency="police"}');
  });

  test('went wrong where a later part did', async () => {
    const { hub, spans, counted } = await watchedHub();

    await allParts(hub.url, '{ unit { name ... @defer { wrong } } }');

    const operation = spans().find(({ name }) => name === 'operation');
    expect(operation?.status.code).toBe(2);
    expect(await counted()).toEqual([expect.stringContaining('outcome="errors"} 1')]);
  });

  test('is over, and not counted, when its client leaves before', async () => {
    const { hub, spans, counted, over } = await watchedHub();
    const parts = inParts(hub.url, '{ unit { name ... @defer { slow } } }');
    await parts.next();

    await parts.return(undefined);
    await over;

    expect(spans().find(({ name }) => name === 'operation')?.status.code).toBe(2);
    expect(await counted()).toEqual([]);
    hub.open();
  });
});
