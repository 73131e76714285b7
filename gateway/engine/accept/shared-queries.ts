import type { Caller } from '../../../schema/contract/caller.js';
import { OperationTypeNode } from 'graphql';
import type { Engine, EngineAnswer, EngineRequest } from '../engine.js';

/** A query under way, and how many wait for it. */
interface UnderWay {
  readonly answer: Promise<EngineAnswer>;
  /** Aborted when nobody waits any more. */
  readonly control: AbortController;
  waiting: number;
}

/** Longer texts of variables are not compared. Unit: characters. */
const MAX_VARIABLES = 10_000;

/**
 * Runs a query that is asked several times at once only once: the same operation with the same variables, of callers
 * with the same token. It goes on as long as one of those who asked is there.
 */
export class SharedQueries {
  private readonly byCaller = new WeakMap<Caller, Map<string, UnderWay>>();

  constructor(private readonly engine: Engine) {}

  /**
   * Answers an operation like the engine itself.
   *
   * @param name tells the operation from all others
   */
  answer(request: EngineRequest, name: string): Promise<EngineAnswer> {
    const variables = JSON.stringify(request.variables);
    const isQuery = request.operation.definition.operation === OperationTypeNode.QUERY;
    if (!isQuery || variables.length > MAX_VARIABLES) return this.engine.answer(request);
    const known = this.byCaller.get(request.caller) ?? new Map<string, UnderWay>();
    this.byCaller.set(request.caller, known);
    const key = `${variables} ${name}`;
    const underWay = known.get(key) ?? this.begin(request, () => known.delete(key));
    known.set(key, underWay);
    waitFor(underWay, request.signal);
    return underWay.answer;
  }

  private begin(request: EngineRequest, end: () => void): UnderWay {
    const control = new AbortController();
    const answer = this.engine.answer({ ...request, signal: control.signal }).finally(end);
    return { answer, control, waiting: 0 };
  }
}

function waitFor(underWay: UnderWay, signal: AbortSignal): void {
  underWay.waiting += 1;
  const leave = (): void => {
    underWay.waiting -= 1;
    if (underWay.waiting === 0) underWay.control.abort();
  };
  signal.addEventListener('abort', leave, { once: true });
}
