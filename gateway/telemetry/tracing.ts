import type { FetchWatch, Stage, Watch, WatchedFetch } from '../engine/watch.js';
import type { TelemetrySettings } from './settings.js';
import {
  context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Context,
  type Span,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  TracerProvider,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace';

/** What is known of an operation when its trace begins. */
export interface TracedOperation {
  readonly requestId: string;
  /** The client's `traceparent` header. */
  readonly traceparent?: string;
}

/** Traces operations with OpenTelemetry. */
export interface Tracing {
  /** Watches an operation; nothing for one that is not in the sample. */
  watch(operation: TracedOperation): Watch | undefined;
  /** Sends what is not sent yet, within a bound. */
  close(): Promise<void>;
}

/** Spans that wait to be sent, and how long sending may take. Units: spans, milliseconds. */
const EXPORT = { maxQueueSize: 2_048, exportTimeoutMillis: 5_000 };

/** Longest query text in a span. Unit: characters. */
const MAX_TEXT = 2_000;

/** Traces to the collector of the settings; nothing where there is none. */
export function tracingTo(settings: TelemetrySettings): Tracing | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = settings;
  if (endpoint === undefined) return null;
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const { TRACE_RATIO: ratio, TRACE_TRUST_CLIENTS: trustsClients } = settings;
  return tracingWith(new BatchSpanProcessor({ exporter, ...EXPORT }), { ratio, trustsClients });
}

/** Which operations are traced. */
export interface Sample {
  /** Share of the operations. From 0 to 1. */
  readonly ratio: number;
  /** Whether a client that traces says so for its operations, in place of the share. */
  readonly trustsClients: boolean;
}

/** Traces a share of the operations, each as a part of its client's trace if there is one. */
export function tracingWith(processor: SpanProcessor, sample: Sample): Tracing {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'lien-thong-gateway' }),
    sampler: new AlwaysOnSampler(),
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer('gateway');
  return {
    watch: ({ requestId, traceparent }) => {
      const client = traceparent === undefined ? undefined : clientsSpan(traceparent);
      if (!isInSample(client, sample)) return undefined;
      const attributes = { 'request.id': requestId };
      const parent = client ? trace.setSpanContext(ROOT_CONTEXT, client) : ROOT_CONTEXT;
      const span = tracer.startSpan('operation', { kind: SpanKind.SERVER, attributes }, parent);
      return new TraceWatch(tracer, span);
    },
    close: () => provider.shutdown(),
  };
}

/** Decided before anything is made, since most operations are not traced; and not by the id, which the client chooses. */
function isInSample(client: SpanContext | undefined, { ratio, trustsClients }: Sample): boolean {
  if (client && trustsClients) return (client.traceFlags & TraceFlags.SAMPLED) !== 0;
  return Math.random() < ratio;
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const NONE = /^0+$/;

/** Source: W3C Trace Context, section 3.2.2. */
function clientsSpan(traceparent: string): SpanContext | undefined {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(traceparent) ?? [];
  if (!traceId || NONE.test(traceId) || NONE.test(spanId)) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

class TraceWatch implements Watch {
  private readonly within: Context;

  constructor(
    private readonly tracer: Tracer,
    private readonly span: Span,
  ) {
    this.within = trace.setSpan(context.active(), span);
  }

  begin(stage: Stage): () => void {
    const span = this.tracer.startSpan(stage, {}, this.within);
    return () => span.end();
  }

  beginFetch({ subgraph, path, query }: WatchedFetch): FetchWatch {
    const attributes = {
      'subgraph.name': subgraph,
      'fetch.path': path.join('.'),
      'graphql.document': query.slice(0, MAX_TEXT),
    };
    const span = this.tracer.startSpan('fetch', { kind: SpanKind.CLIENT, attributes }, this.within);
    const { traceId, spanId } = span.spanContext();
    return { traceparent: `00-${traceId}-${spanId}-01`, end: (isGood) => ended(span, isGood) };
  }

  /** A trace of its own, since a subscription may last for days; a link leads to the operation. */
  beginEvent(): Watch {
    const links = [{ context: this.span.spanContext() }];
    const span = this.tracer.startSpan('event', { kind: SpanKind.SERVER, links }, ROOT_CONTEXT);
    return new TraceWatch(this.tracer, span);
  }

  end(isGood: boolean): void {
    ended(this.span, isGood);
  }
}

function ended(span: Span, isGood: boolean): void {
  if (!isGood) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
