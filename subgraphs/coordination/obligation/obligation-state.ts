import { both } from '../../../schema/contract/text.js';
import type { LifeCycle } from '../../shared/writing/life-cycle.js';
import { sql, type RawBuilder } from 'kysely';
import { registerEnumType } from 'type-graphql';

/** The life of a reporting obligation. */
export enum ObligationState {
  DUE = 'DUE',
  RECEIVED = 'RECEIVED',
  OVERDUE = 'OVERDUE',
  RECEIVED_LATE = 'RECEIVED_LATE',
}
registerEnumType(ObligationState, {
  name: 'ObligationState',
  description: both('Trạng thái của nghĩa vụ báo cáo', 'The life of a reporting obligation.'),
  valuesConfig: {
    DUE: { description: both('Chưa đến hạn hoặc đến hạn hôm nay', 'Not received yet, and not late.') },
    RECEIVED: { description: both('Đã nhận đúng hạn', 'Received on time.') },
    OVERDUE: { description: both('Quá hạn', 'Not received, and its day has passed.') },
    RECEIVED_LATE: { description: both('Đã nhận, trễ hạn', 'Received after its day.') },
  },
});

/** Who imposes obligations and receives reports: officers of the organisation that is reported to. */
export const OBLIGATION_OFFICERS = ['UNION_OFFICER', 'POLICE_OFFICER'] as const;

/** What becomes of an obligation when its report comes. Source: domain rule, life cycles. */
export const OBLIGATION_STEPS = {
  receive: { from: [ObligationState.DUE], to: ObligationState.RECEIVED, by: OBLIGATION_OFFICERS },
  receiveLate: {
    from: [ObligationState.OVERDUE],
    to: ObligationState.RECEIVED_LATE,
    by: OBLIGATION_OFFICERS,
  },
} as const satisfies LifeCycle<string, ObligationState>;

/** What the state of an obligation depends on. */
interface Owed {
  readonly state: ObligationState;
  /** Last day on which the report is on time. */
  readonly dueOn: string;
}

/**
 * The state on a day: as long as no report has come, the day alone decides between DUE and OVERDUE, so that reads agree
 * whether or not the change has been recorded yet. {@link stateSql} says the same to the database.
 */
export function stateOn({ state, dueOn }: Owed, day: string): ObligationState {
  if (state !== ObligationState.DUE && state !== ObligationState.OVERDUE) return state;
  return dueOn < day ? ObligationState.OVERDUE : ObligationState.DUE;
}

/** SQL of {@link stateOn} over a row of `reporting_obligation`. */
export function stateSql(day: string): RawBuilder<string> {
  return sql<string>`case when state not in ('DUE', 'OVERDUE') then state
    when due_on < ${day}::date then 'OVERDUE' else 'DUE' end`;
}
