import type { StreamsObserver } from '../streams/observer.js';
import { Counter, Gauge, type Registry } from 'prom-client';

/** Counts streams of answers for Prometheus. */
export class StreamCounts implements StreamsObserver {
  private readonly open: Gauge;
  private readonly answers: Counter;
  private readonly ends: Counter;

  /** @param registry where it is shown */
  constructor(registry: Registry) {
    const registers = [registry];
    this.open = new Gauge({
      name: 'gateway_streams_open',
      help: 'Streams of answers that are open.',
      registers,
    });
    this.answers = new Counter({
      name: 'gateway_stream_answers_total',
      help: 'Answers of streams that were delivered.',
      labelNames: ['outcome'],
      registers,
    });
    this.ends = new Counter({
      name: 'gateway_streams_ended_total',
      help: 'Streams of answers that ended, by the reason.',
      labelNames: ['reason'],
      registers,
    });
  }

  opened(): void {
    this.open.inc();
  }

  delivered(isGood: boolean): void {
    this.answers.inc({ outcome: isGood ? 'good' : 'errors' });
  }

  ended(reason: string): void {
    this.open.dec();
    this.ends.inc({ reason });
  }
}
