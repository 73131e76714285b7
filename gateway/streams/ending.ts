import type { EngineRequest } from '../engine/engine.js';
import type { Metrics } from '../telemetry/metrics.js';

/** The end of an operation that may have several answers; those who look on are told of it once. */
export class Ending {
  private readonly began = performance.now();
  private isTold = false;

  constructor(
    private readonly request: Pick<EngineRequest, 'operation' | 'watch'>,
    private readonly metrics?: Metrics,
  ) {}

  /** All is answered, which is counted too. */
  answered(isGood: boolean): void {
    const { name, operation: kind } = this.request.operation.definition;
    this.metrics?.operation({ name: name?.value, kind, ms: performance.now() - this.began, isGood });
    this.end(isGood);
  }

  /** Nothing more is told of it. */
  end(isGood: boolean): void {
    if (!this.isTold) this.request.watch?.end(isGood);
    this.isTold = true;
  }
}

/** The same answers; whoever leaves before the last one ends the operation too. */
export async function* endingWith<Answer>(
  answers: AsyncIterable<Answer>,
  ending: Ending,
): AsyncGenerator<Answer, undefined> {
  try {
    yield* answers;
  } finally {
    ending.end(false);
  }
}
