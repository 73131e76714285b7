import { both, type Text } from '../../../schema/contract/text.js';
import { connectionOf, type Connection } from '../../shared/page.js';
import type { UnionStatistic } from './union-statistic.js';
import { StatisticFilter } from './statistic-filter.js';
import { ArgsType, Directive, Field, type ClassType } from 'type-graphql';

/** One kind of statistic: what its lists are called and by what they are filtered. */
export interface StatisticKind<Row extends UnionStatistic> {
  readonly type: ClassType<Row>;
  /** Name of its lists, such as `membershipStatistics`. */
  readonly list: string;
  readonly title: Text;
  readonly Connection: ClassType<Connection<Row>>;
  readonly Filter: ClassType<MetricFilter>;
  /** Marks the lists as those that are kept apart from other figures, if they are. */
  readonly KeptApart: MethodDecorator;
}

/** A filter by date, state and metric. */
export type MetricFilter = StatisticFilter & { readonly metric?: string };

/** What one kind of statistic is made of. */
interface KindPlan<Row extends UnionStatistic> {
  readonly type: ClassType<Row>;
  readonly list: string;
  readonly title: Text;
  /** The enum of its metrics. */
  readonly metric: object;
  /** Tag of the figures with which these are not answered in one operation. */
  readonly apartFrom?: string;
}

/** Prepares the types that the lists of one kind of statistic need. */
export function statisticKind<Row extends UnionStatistic>(plan: KindPlan<Row>): StatisticKind<Row> {
  const { metric, apartFrom, ...kind } = plan;

  @ArgsType()
  class KindFilter extends StatisticFilter {
    @Field(() => metric, { nullable: true, description: both('Chỉ chỉ tiêu này', 'Of this metric only.') })
    readonly metric?: string;
  }
  const KeptApart = apartFrom ? Directive(`@tag(name: "apart-from/${apartFrom}")`) : () => undefined;
  return { ...kind, Connection: connectionOf(plan.type), Filter: KindFilter, KeptApart };
}
