import { describe, expect, test } from '@jest/globals';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { tracingWith } from '../../../gateway/telemetry/tracing.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';
const FETCH = { subgraph: 'union', path: ['orgs', '@'], query: '{ a }' };

function traced(ratio: number, trustsClients = false) {
  const exporter = new InMemorySpanExporter();
  return { exporter, tracing: tracingWith(new SimpleSpanProcessor({ exporter }), { ratio, trustsClients }) };
}

describe('a traced operation', () => {
  test('has a span for itself, for each stage and for each fetch', () => {
    const { exporter, tracing } = traced(1);

    const watch = tracing.watch({ requestId: 'r1' });
    watch?.begin('plan')();
    watch?.beginFetch(FETCH).end(true);
    watch?.end(true);

    const spans = exporter.getFinishedSpans();
    expect(spans.map(({ name }) => name)).toEqual(['plan', 'fetch', 'operation']);
    const [plan, fetch, operation] = spans;
    expect(plan?.parentSpanContext?.spanId).toBe(operation?.spanContext().spanId);
    expect(fetch?.attributes).toMatchObject({ 'subgraph.name': 'union', 'fetch.path': 'orgs.@' });
    expect(operation?.attributes).toEqual({ 'request.id': 'r1' });
  });

  test('continues the trace of its client, and hands it on to the subgraph', () => {
    const { exporter, tracing } = traced(1);

    const watch = tracing.watch({ requestId: 'r1', traceparent: `00-${TRACE}-${SPAN}-01` });
    const fetch = watch?.beginFetch(FETCH);
    fetch?.end(true);
    watch?.end(true);

    const [span, operation] = exporter.getFinishedSpans();
    expect(operation?.parentSpanContext?.spanId).toBe(SPAN);
    expect(fetch?.traceparent).toBe(`00-${TRACE}-${span?.spanContext().spanId}-01`);
  });

  test('is one of a client that traces, where clients are trusted', () => {
    const { tracing } = traced(0, true);

    expect(tracing.watch({ requestId: 'r1', traceparent: `00-${TRACE}-${SPAN}-01` })).toBeDefined();
  });

  test('may be one of a client that does not trace', () => {
    const traceparent = `00-${TRACE}-${SPAN}-00`;

    expect(traced(1).tracing.watch({ requestId: 'r1', traceparent })).toBeDefined();
  });

  test('says which fetch failed', () => {
    const { exporter, tracing } = traced(1);

    const watch = tracing.watch({ requestId: 'r1' });
    watch?.beginFetch(FETCH).end(false);

    expect(exporter.getFinishedSpans()[0]?.status.code).toBe(2);
  });
});

describe('an operation is not traced', () => {
  test('when it is not in the sample', () => {
    expect(traced(0).tracing.watch({ requestId: 'r1' })).toBeUndefined();
  });

  test('when its client says so, where clients are trusted', () => {
    const traceparent = `00-${TRACE}-${SPAN}-00`;
    expect(traced(1, true).tracing.watch({ requestId: 'r1', traceparent })).toBeUndefined();
  });

  test.each([TRACE, `${'0'.repeat(31)}1`])(
    'because its client wants it to be, whatever the trace: %s',
    (trace) => {
      const traceparent = `00-${trace}-${SPAN}-01`;
      expect(traced(0).tracing.watch({ requestId: 'r1', traceparent })).toBeUndefined();
      expect(seldom().filter(Boolean).length).toBeLessThan(100);

      function seldom() {
        const { tracing } = traced(0.01);
        return Array.from({ length: 500 }, () => tracing.watch({ requestId: 'r1', traceparent }));
      }
    },
  );

  test.each(['', 'x', `00-${'0'.repeat(32)}-${SPAN}-01`, `01-${TRACE}-${SPAN}-01`])(
    'for a traceparent that is none: %j',
    (traceparent) => {
      expect(traced(0).tracing.watch({ requestId: 'r1', traceparent })).toBeUndefined();
    },
  );
});
