import { describe, expect, test } from '@jest/globals';
import { InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { Metrics } from '../../../gateway/telemetry/metrics.js';
import { NO_TELEMETRY } from '../../../gateway/telemetry/telemetry.js';
import { tracingWith } from '../../../gateway/telemetry/tracing.js';
import { fedHub, refusedBySocket, subscribed, subscribedBySocket } from './a-fed-hub.js';

/** A hub all of whose operations are traced, and the spans that have ended. */
async function tracedHub() {
  const exporter = new InMemorySpanExporter();
  const tracing = tracingWith(new SimpleSpanProcessor({ exporter }), { ratio: 1, trustsClients: false });
  const lookAt = (origin: { readonly requestId: string }) => {
    const watch = tracing.watch(origin);
    return watch && { watch };
  };
  const hub = await fedHub({ telemetry: { ...NO_TELEMETRY, lookAt } });
  return { hub, spans: () => exporter.getFinishedSpans() };
}

function named(spans: readonly ReadableSpan[], name: string): readonly ReadableSpan[] {
  return spans.filter((span) => span.name === name);
}

/** The lines of the metrics that are about streams. */
async function linesOf(metrics: Metrics): Promise<readonly string[]> {
  const lines = (await metrics.text()).split('\n');
  return lines.filter((line) => /^gateway_(stream|errors)/.test(line));
}

describe('a subscription that is traced', () => {
  test('has a span for the start of its stream, within the operation', async () => {
    const { hub, spans } = await tracedHub();

    const { answers, first } = await subscribed(hub);
    hub.feed.tell();
    await first;

    const [operation] = named(spans(), 'operation');
    const [start, ...others] = named(spans(), 'fetch').filter(
      ({ parentSpanContext }) => parentSpanContext?.spanId === operation?.spanContext().spanId,
    );
    expect(start?.attributes).toMatchObject({ 'subgraph.name': 'police', 'fetch.path': '' });
    expect(start?.status.code).toBe(0);
    expect(others).toEqual([]);
    await answers.return(undefined);
  });

  test('has a trace for each event, with the fetches of other agencies and a link to the operation', async () => {
    const { hub, spans } = await tracedHub();
    const { answers, first } = await subscribedBySocket(hub);

    hub.feed.tell();
    await first;
    hub.feed.tell('A strike', 'broken');
    await answers.next();

    const [operation] = named(spans(), 'operation');
    const [good, bad, ...others] = named(spans(), 'event');
    const within = spans().filter(
      ({ parentSpanContext }) => parentSpanContext?.spanId === good?.spanContext().spanId,
    );
    expect(others).toEqual([]);
    expect(good?.parentSpanContext).toBeUndefined();
    expect(good?.links.map(({ context }) => context.spanId)).toEqual([operation?.spanContext().spanId]);
    expect(within.map(({ name, attributes }) => attributes['subgraph.name'] ?? name)).toEqual([
      'union',
      'awards',
      'execute',
      'complete',
    ]);
    expect([good?.status.code, bad?.status.code]).toEqual([0, 2]);
  });
});

describe('streams that are counted', () => {
  test('are told by how many are open, what they delivered, and why they ended', async () => {
    const metrics = new Metrics(10);
    const hub = await fedHub({ telemetry: { ...NO_TELEMETRY, metrics } });
    const byEvents = await subscribed(hub);
    const bySocket = await subscribedBySocket(hub);

    hub.feed.tell();
    await Promise.all([bySocket.first, byEvents.first]);
    const next = [bySocket.answers.next(), byEvents.answers.next()];
    hub.feed.tell('A strike', 'broken');
    await Promise.all(next);
    const open = await linesOf(metrics);
    const left = hub.feed.nobody();
    await bySocket.answers.return?.();
    await left;
    hub.feed.end();
    await byEvents.answers.next();

    expect(open).toContain('gateway_streams_open 2');
    const lines = await linesOf(metrics);
    expect(lines).toContain('gateway_streams_open 0');
    expect(lines).toContain('gateway_stream_answers_total{outcome="good"} 2');
    expect(lines).toContain('gateway_streams_ended_total{reason="LEFT"} 1');
    expect(lines).toContain('gateway_streams_ended_total{reason="COMPLETE"} 1');
    expect(lines).toContain('gateway_errors_total{agency="union",code="SUBGRAPH_FAILED"} 2');
  });

  test('are counted with the errors that refuse them', async () => {
    const metrics = new Metrics(10);
    const hub = await fedHub({ telemetry: { ...NO_TELEMETRY, metrics } });

    await refusedBySocket(hub.url, 'subscription { nothing }');

    expect(await linesOf(metrics)).toContain(
      'gateway_errors_total{agency="none",code="GRAPHQL_VALIDATION_FAILED"} 1',
    );
  });
});
