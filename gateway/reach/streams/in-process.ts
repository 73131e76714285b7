import type { LocalSubgraph } from '../../../schema/contract/subgraph.js';
import { loggingTo, plain, refusal, type Run } from '../execute.js';
import { failed, unavailable } from '../failures.js';
import { failureOf, FetchFailure } from '../fetch-failure.js';
import { preparing, type Prepared } from '../prepared.js';
import type { ReachOptions, SubgraphAnswer, SubgraphFetch } from '../reach.js';
import { whileWanted } from '../while-wanted.js';
import { BoundedStreams, type Streams } from './streams.js';
import { wanted } from './wanted.js';
import { createSourceEventStream, execute, type DocumentNode, type ExecutionResult } from 'graphql';

/** What subscriptions within the process need. */
export type LocalStreamsOptions = Pick<ReachOptions, 'settings' | 'log'>;

/** Subscribes to a subgraph that runs within this process. Each event is answered in a context of its own. */
export function streamsInProcess(subgraph: LocalSubgraph, options: LocalStreamsOptions): Streams {
  const { name, schema } = subgraph;
  const { settings } = options;
  const prepare = preparing(schema, settings.SUBGRAPH_PREPARED_FETCHES);
  const begin = (fetch: SubgraphFetch) =>
    new LocalStream({ subgraph, fetch, ...options }).answers(prepare(fetch.query));
  return new BoundedStreams(begin, { subgraph: name, max: settings.SUBGRAPH_MAX_STREAMS });
}

interface Parts extends LocalStreamsOptions {
  readonly subgraph: LocalSubgraph;
  readonly fetch: SubgraphFetch;
}

/** What the schema gives for the field that is subscribed to: events, or what is wrong. */
type Opened = AsyncIterable<unknown> | ExecutionResult;

class LocalStream {
  private readonly onError: Run['onError'];

  constructor(private readonly parts: Parts) {
    const { log, subgraph, fetch } = parts;
    this.onError = loggingTo(log, { requestId: fetch.operation.requestId, subgraph: subgraph.name });
  }

  async *answers(prepared: Prepared): AsyncGenerator<SubgraphAnswer, undefined> {
    if (prepared.errors) {
      yield refusal(prepared);
      return;
    }
    const { name } = this.parts.subgraph;
    try {
      yield* this.answersTo(prepared.document);
    } catch (error) {
      const { requestId } = this.parts.fetch.operation;
      this.parts.log.error({ requestId, subgraph: name, err: error }, 'a subscription broke off');
      throw failureOf(error).didAnswer ? failed(name) : unavailable(name);
    }
  }

  private async *answersTo(document: DocumentNode): AsyncGenerator<SubgraphAnswer, undefined> {
    const opened = await this.opened(document);
    if (!opened) return;
    if (!isStream(opened)) {
      yield this.answer(opened);
      return;
    }
    for await (const event of wanted(opened, this.parts.fetch.leaving.signal)) {
      const result = await this.resultOf(document, event);
      if (!result) return;
      yield this.answer(result);
    }
  }

  private async opened(document: DocumentNode): Promise<Opened | null> {
    let isGood = false;
    try {
      const opened = await this.open(document);
      isGood = opened !== null && isStream(opened);
      return opened;
    } finally {
      this.parts.fetch.onBegun?.(isGood);
    }
  }

  private open(document: DocumentNode): Promise<Opened | null> {
    return this.inTime(async (signal) => {
      const opened = await this.begin(document);
      if (signal.aborted) await letGo(opened);
      return opened;
    });
  }

  private async begin(document: DocumentNode): Promise<Opened> {
    const { schema } = this.parts.subgraph;
    const { leaving } = this.parts.fetch;
    return createSourceEventStream({ schema, document, ...this.runUntil(leaving.signal) });
  }

  private resultOf(document: DocumentNode, rootValue: unknown): Promise<ExecutionResult | null> {
    const { schema } = this.parts.subgraph;
    return this.inTime(async (signal) => execute({ schema, document, rootValue, ...this.runUntil(signal) }));
  }

  /** Nothing when it is not wanted any more. @throws FetchFailure when it takes too long. */
  private async inTime<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result | null> {
    const { settings, fetch } = this.parts;
    const result = await whileWanted(fetch.leaving.signal, settings.SUBGRAPH_TIMEOUT_MS, work);
    if (result === null && !fetch.leaving.isOver) throw new FetchFailure('time-out');
    return result;
  }

  private runUntil(signal: AbortSignal) {
    const { subgraph, fetch } = this.parts;
    const { requestId, caller } = fetch.operation;
    const contextValue = subgraph.contextFor({ requestId, signal, caller });
    return { variableValues: fetch.variables, contextValue };
  }

  private answer(result: ExecutionResult): SubgraphAnswer {
    result.errors?.forEach(this.onError);
    return plain(result, this.parts.settings.SUBGRAPH_EVENT_LIMIT_BYTES);
  }
}

function isStream(opened: Opened): opened is AsyncIterable<unknown> {
  return Symbol.asyncIterator in opened;
}

/** Ends what was opened for one who has given up meanwhile. */
async function letGo(opened: Opened): Promise<void> {
  if (isStream(opened)) await opened[Symbol.asyncIterator]().return?.();
}
