import type { HubError } from '../../../schema/contract/errors.js';
import { tooManyFetches } from '../../limits/fetches.js';
import { preparePlan, type RunPlan } from '../execute/run.js';
import type { TypeRelations } from '../execute/type-relations.js';
import { stepsIn, type Plan, type Planner } from './plan.js';
import { UnplannableError } from './unplannable.js';
import type { Waiters } from './waiters.js';
import { LRUCache } from 'lru-cache';
import type { DocumentNode } from 'graphql';

/** Plans that are kept. Unit: plans. */
const MAX_PLANS = 2_000;
/** Text of the operations of all plans that are kept. Unit: characters. */
const MAX_TEXT = 4_000_000;
/** How long an operation that was cut off is not tried again: it may have been the machine's fault. Unit: milliseconds. */
const CUT_OFF_KEPT_MS = 60_000;

/** What a planner is asked. */
export interface Asked {
  readonly document: DocumentNode;
  /** Text of the document. */
  readonly text: string;
  readonly overrides: ReadonlySet<string>;
  readonly waiters: Waiters;
}

/** Why an operation has no plan that is run: to find that out again may take the planner long. */
interface Refusal {
  error(): HubError;
}

/** A plan that is being made, and who waits for it. */
interface UnderWay {
  readonly made: Promise<RunPlan>;
  readonly waiters: Waiters;
}

/** The plans made lately, each ready to be run; equal ones that are asked for at the same time are made once. */
export class KnownPlans {
  private readonly kept = new LRUCache<string, RunPlan | Refusal>({
    max: MAX_PLANS,
    maxSize: MAX_TEXT,
    sizeCalculation: (_, text) => text.length + 1,
  });
  private readonly underWay = new Map<string, UnderWay>();

  /** @param maxFetches of a plan that is run. Unit: fetches. */
  constructor(
    private readonly planner: Planner,
    private readonly relations: TypeRelations,
    private readonly maxFetches = Number.MAX_SAFE_INTEGER,
  ) {}

  /**
   * The plan for an operation: at once when it is known, or when the planner answers at once.
   *
   * @throws HubError UNPLANNABLE, PLAN_TIMEOUT, PLANNER_BUSY or QUERY_TOO_COMPLEX; as an exception or as a rejection.
   */
  get(asked: Asked): RunPlan | Promise<RunPlan> {
    const key = [...asked.overrides, asked.text].join('\n');
    const known = this.kept.get(key);
    if (known) return runOf(known);
    const underWay = this.underWay.get(key);
    const isJoined = underWay && asked.waiters.handTo((waiter) => underWay.waiters.join(waiter));
    return isJoined ? underWay.made : this.make(asked, key);
  }

  private make(asked: Asked, key: string): RunPlan | Promise<RunPlan> {
    const plan = this.planned(key, asked);
    if (!(plan instanceof Promise)) return this.keep(key, plan);
    const made = plan
      .then(
        (value) => this.keep(key, value),
        (error: unknown) => this.refuse(key, error),
      )
      .finally(() => this.underWay.get(key) === underWay && this.underWay.delete(key));
    const underWay: UnderWay = { made, waiters: asked.waiters };
    this.underWay.set(key, underWay);
    return made;
  }

  private planned(key: string, { document, overrides, waiters }: Asked): Plan | Promise<Plan> {
    try {
      return this.planner.plan(document, overrides, waiters);
    } catch (error) {
      return this.refuse(key, error);
    }
  }

  private keep(key: string, plan: Plan): RunPlan {
    const fetches = stepsIn(plan).length;
    const made =
      fetches > this.maxFetches
        ? { error: () => tooManyFetches(fetches, this.maxFetches) }
        : preparePlan(plan, this.relations);
    this.kept.set(key, made);
    return runOf(made);
  }

  /** Remembers that there is no plan. */
  private refuse(key: string, error: unknown): never {
    if (error instanceof UnplannableError) {
      const { reason, code } = error;
      const refusal: Refusal = { error: () => new UnplannableError(reason, code) };
      this.kept.set(key, refusal, code === 'PLAN_TIMEOUT' ? { ttl: CUT_OFF_KEPT_MS } : {});
    }
    throw error;
  }
}

/** @throws HubError when it is known that there is no plan that is run. */
function runOf(known: RunPlan | Refusal): RunPlan {
  if (typeof known === 'function') return known;
  throw known.error();
}
