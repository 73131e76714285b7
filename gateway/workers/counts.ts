import type { Child } from './child.js';
import { AggregatorRegistry } from 'prom-client';

/** Asks a process what it counted, and its answer. Source: prom-client's messages between the processes of a cluster. */
const MESSAGES = { ask: 'prom-client:getMetricsReq', answer: 'prom-client:getMetricsRes' };

/** How long the processes may take to answer a scrape. Unit: milliseconds. */
const LIMIT_MS = 1_000;

/** Kinds that only grow: what an ended process counted of them stays in the sum. */
const GROWING: ReadonlySet<unknown> = new Set(['counter', 'histogram']);

/** Values of one metric that are kept of ended processes. Unit: values. */
const MAX_VALUES = 50_000;

/** A metric with its values, as processes tell it. */
interface Metric {
  readonly type: unknown;
  readonly values: readonly unknown[];
}

interface Answer {
  readonly type: string;
  readonly metrics: readonly (readonly Metric[])[];
}

/**
 * What several processes count, added up: from those that answer in time as they say, from others as they last said, and
 * what ended ones last said of what only grows.
 */
export class Counts {
  private readonly last = new Map<Child, readonly Metric[]>();
  private ended: readonly Metric[] = [];

  /** Everything that was counted, in Prometheus' text format. */
  async text(children: readonly Child[]): Promise<string> {
    await Promise.all(children.map((child) => this.ask(child)));
    this.keepEnded();
    return sumOf([this.ended, ...this.last.values()]).metrics();
  }

  /** Learns what a process counted so far, if it answers in time. */
  async ask(child: Child): Promise<void> {
    const heard = child.hear(isAnswer, LIMIT_MS);
    child.send({ type: MESSAGES.ask, requestId: 0 });
    const answer = await heard;
    this.keepEnded();
    if (answer && !child.isOver) this.last.set(child, answer.metrics.flat());
  }

  private keepEnded(): void {
    for (const [child, metrics] of this.last) {
      if (!child.isOver) continue;
      this.last.delete(child);
      this.ended = growing(sumOf([this.ended, metrics]).getMetricsAsArray() as unknown as readonly Metric[]);
    }
  }
}

function growing(metrics: readonly Metric[]): readonly Metric[] {
  return metrics
    .filter(({ type }) => GROWING.has(type))
    .map((metric) => ({ ...metric, values: metric.values.slice(0, MAX_VALUES) }));
}

/** The cast: prom-client's types know no arrays of metrics, though its function takes nothing else. */
function sumOf(all: readonly (readonly Metric[])[]): ReturnType<typeof AggregatorRegistry.aggregate> {
  return AggregatorRegistry.aggregate(all as unknown as Metric[]);
}

function isAnswer(message: unknown): message is Answer {
  if (typeof message !== 'object' || message === null) return false;
  return 'type' in message && message.type === MESSAGES.answer && 'metrics' in message;
}
