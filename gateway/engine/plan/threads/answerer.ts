import { readSupergraph } from '../../../supergraph/reading.js';
import { apolloPlanner, type PlannerAtOnce } from '../apollo-planner.js';
import { replyOf, type Calls, type Question, type Reply } from './protocol.js';
import { parse } from 'graphql';

/** Makes what answers the questions that a planning thread is asked: it knows one supergraph, the one it loaded last. */
export function answerer(): (question: Question) => Reply {
  const work = new Work();
  return (question) => {
    try {
      return { answer: work.answer(question) };
    } catch (error) {
      return replyOf(error);
    }
  };
}

class Work {
  private planner: PlannerAtOnce | undefined;

  /** @throws HubError that says why there is no answer. */
  answer({ kind, asked }: Question): Calls[keyof Calls]['answer'] {
    if (kind === 'read') return readSupergraph(asked);
    if (kind === 'load') return this.load(asked);
    if (!this.planner) throw new Error('A plan was asked for before there was a supergraph.');
    return this.planner.plan(parse(asked.operation, { noLocation: true }), new Set(asked.overrides));
  }

  private load(supergraphSdl: string): null {
    this.planner = apolloPlanner(parse(supergraphSdl, { noLocation: true }));
    return null;
  }
}
