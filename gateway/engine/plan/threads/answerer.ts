import { readSupergraph } from '../../../supergraph/reading.js';
import { apolloPlanner, type PlannerAtOnce } from '../apollo-planner.js';
import type { Plan } from '../plan.js';
import { withinTime } from './within-time.js';
import { replyOf, type Calls, type Question, type Reply, type TimedPlanCall } from './protocol.js';
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
    return this.plan(asked);
  }

  /** @throws CutOffError when the time is over. */
  private plan({ operation, overrides, limit }: TimedPlanCall): Plan {
    const { planner } = this;
    if (!planner) throw new Error('A plan was asked for before there was a supergraph.');
    const plan = (): Plan => planner.plan(parse(operation, { noLocation: true }), new Set(overrides));
    return withinTime(plan, limit);
  }

  private load(supergraphSdl: string): null {
    this.planner = apolloPlanner(parse(supergraphSdl, { noLocation: true }));
    return null;
  }
}
