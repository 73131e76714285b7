import type { FetchReport } from '../reach/reach.js';
import { Names } from './names.js';
import { StreamCounts } from './stream-counts.js';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** An operation that the engine answered. */
export interface OperationReport {
  readonly name?: string;
  readonly kind: string;
  /** Unit: milliseconds. */
  readonly ms: number;
  /** Whether its answer has no errors. */
  readonly isGood: boolean;
}

/** An error of an answer: whose it is, as far as it is known, and its code. */
export interface ErrorReport {
  readonly agency?: string;
  readonly code: string;
}

/** Upper bounds of what is counted together. Unit: seconds. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Unit: milliseconds in a second. */
const MILLISECONDS = 1_000;

/** Stands for the agency of an error that is nobody's. */
const NOBODY = 'none';

/** What a gateway counts for Prometheus. */
export class Metrics {
  private readonly registry = new Registry();
  /** Counts streams of answers. */
  readonly streams = new StreamCounts(this.registry);
  private readonly names: Names;
  private readonly operations = this.histogram(
    'gateway_operation_seconds',
    'Time to the answer of an operation.',
    ['operation', 'kind', 'outcome'],
  );
  private readonly fetches = this.histogram(
    'gateway_fetch_seconds',
    'Time to the answer of one fetch from a subgraph.',
    ['subgraph', 'outcome'],
  );
  private readonly requests = this.counter('gateway_requests_total', 'HTTP requests.', ['status']);
  private readonly wrong = this.counter(
    'gateway_errors_total',
    'Errors in answers, by the agency that they are of.',
    ['agency', 'code'],
  );
  private readonly asked = this.counter(
    'gateway_fields_total',
    'Fields that operations asked for, by the agency that owns them.',
    ['agency'],
  );

  /** @param maxNames distinct names of operations that are counted apart. Unit: names. */
  constructor(maxNames: number) {
    this.names = new Names(maxNames);
    collectDefaultMetrics({ register: this.registry });
  }

  /** Counts an HTTP request that was answered. */
  request(status: number): void {
    this.requests.inc({ status: String(status) });
  }

  /** Counts an operation that the engine answered. */
  operation({ name, kind, ms, isGood }: OperationReport): void {
    const outcome = isGood ? 'good' : 'errors';
    this.operations.observe({ operation: this.names.of(name), kind, outcome }, ms / MILLISECONDS);
  }

  /** Counts the errors of an answer. */
  errors(all: readonly ErrorReport[]): void {
    for (const { agency = NOBODY, code } of all) this.wrong.inc({ agency, code });
  }

  /** Counts the fields that an operation asked for, by agency. */
  fields(counts: ReadonlyMap<string, number>): void {
    for (const [agency, count] of counts) this.asked.inc({ agency }, count);
  }

  /** Counts a fetch that is over. */
  fetch({ subgraph, ms, ok }: FetchReport): void {
    this.fetches.observe({ subgraph, outcome: ok ? 'good' : 'errors' }, ms / MILLISECONDS);
  }

  /** Everything counted so far, as plain data. */
  values(): Promise<readonly object[]> {
    return this.registry.getMetricsAsJSON();
  }

  /** Everything counted so far, in Prometheus' text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  private histogram(name: string, help: string, labelNames: readonly string[]): Histogram {
    return new Histogram({
      name,
      help,
      labelNames: [...labelNames],
      buckets: SECONDS,
      registers: [this.registry],
    });
  }

  private counter(name: string, help: string, labelNames: readonly string[]): Counter {
    return new Counter({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }
}
