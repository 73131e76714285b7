import type { LocalSubgraph } from '../../schema/contract/subgraph.js';
import { loggingTo, run } from './execute.js';
import { failed, unavailable } from './failures.js';
import { failureOf } from './fetch-failure.js';
import { preparing } from './prepared.js';
import { observed, type Reach, type ReachOptions, type ReachTo, type SubgraphFetch } from './reach.js';
import { streamsInProcess } from './streams/in-process.js';
import { whileWanted } from './while-wanted.js';

/** Reaches subgraphs that run within this process. Their owner closes them, not the reach. */
export function reachInProcess(subgraphs: readonly LocalSubgraph[], options: ReachOptions): ReachTo {
  const byName = new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph]));
  return ({ name }) => {
    const subgraph = byName.get(name);
    if (!subgraph) throw new Error(`The supergraph names a subgraph ${name} that does not run here.`);
    return observed(reachLocal(subgraph, options), name, options.onFetch);
  };
}

function reachLocal(subgraph: LocalSubgraph, options: ReachOptions): Reach {
  const { settings, log } = options;
  const streams = streamsInProcess(subgraph, options);
  const { name, schema } = subgraph;
  const prepare = preparing(schema, settings.SUBGRAPH_PREPARED_FETCHES);
  const answerTo = async ({ query, variables, operation }: SubgraphFetch, signal: AbortSignal) => {
    const { requestId, caller } = operation;
    return run({
      schema,
      prepared: prepare(query),
      variables,
      context: subgraph.contextFor({ requestId, signal, caller }),
      maxBytes: settings.SUBGRAPH_ANSWER_LIMIT_BYTES,
      onError: loggingTo(log, { requestId, subgraph: name }),
    });
  };
  return {
    async fetch(fetch) {
      const answer = await whileWanted(fetch.leaving.signal, settings.SUBGRAPH_TIMEOUT_MS, (signal) =>
        answerTo(fetch, signal),
      ).catch((error: unknown) => {
        log.error({ requestId: fetch.operation.requestId, subgraph: name, err: error }, 'a subgraph failed');
        throw failureOf(error).didAnswer ? failed(name) : unavailable(name);
      });
      if (!answer) throw unavailable(name);
      return answer;
    },
    subscribe: (fetch) => streams.subscribe(fetch),
    close: () => streams.close(),
  };
}
