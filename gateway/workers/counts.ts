import type { Child } from './child.js';
import { ASKS_COUNTS, isCounted, type Metric } from './messages.js';
import { AggregatorRegistry } from 'prom-client';

/** How long the processes may take to answer a scrape. Unit: milliseconds. */
const LIMIT_MS = 1_000;

/** Kinds that only grow: what an ended process counted of them stays in the sum. */
const GROWING: ReadonlySet<unknown> = new Set(['counter', 'histogram']);

/** Values of one metric that are kept of ended processes. Unit: values. */
const MAX_VALUES = 50_000;

/**
 * What several processes count, added up: from those that answer in time as they say, from others as they last said, and
 * what ended ones last said of what only grows. prom-client's own way, `clusterMetrics`, does without all as soon as one
 * does not answer, and forgets the ended ones; of it only the adding up is used.
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
    const heard = child.hear(isCounted, LIMIT_MS);
    child.send(ASKS_COUNTS);
    const answer = await heard;
    this.keepEnded();
    if (answer && !child.isOver) this.last.set(child, answer.counted);
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
