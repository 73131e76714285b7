import { text } from '../../../schema/contract/text.js';
import type { RecordClass } from '../../shared/reading/rows.js';
import type { NewValues, Transaction } from '../../shared/writing/transaction.js';
import { unionMutation } from '../recording/union-mutation.js';
import {
  CorrectStatisticInput,
  PublishStatisticInput,
  WithdrawStatisticInput,
  type ReportStatisticInput,
} from './statistic-inputs.js';
import { STATISTIC_STEPS } from './statistic-steps.js';
import { reportedIn, stepsOf } from './statistic-writing.js';
import type { UnionStatistic } from './union-statistic.js';
import type { ClassType } from 'type-graphql';

/** How figures of one class are reported. */
interface Reporting<Row extends UnionStatistic, Input extends ReportStatisticInput> {
  readonly type: ClassType<Row> & RecordClass<Row>;
  readonly input: ClassType<Input>;
  /** What the input says beyond what is reported of every figure. */
  readonly own: (tx: Transaction, input: Input) => Promise<object> | object;
}

/** The mutations of one class of figures: report, publish, correct and withdraw. */
export function statisticMutations<Row extends UnionStatistic, Input extends ReportStatisticInput>(
  reporting: Reporting<Row, Input>,
) {
  return [reportMutation(reporting), ...stepMutations(reporting.type)] as const;
}

function reportMutation<Row extends UnionStatistic, Input extends ReportStatisticInput>({
  type,
  input,
  own,
}: Reporting<Row, Input>) {
  return unionMutation({
    operation: `report${type.name}`,
    answers: type,
    input,
    by: ['UNION_OFFICER'],
    title: text(
      'Báo cáo một số liệu, sơ bộ và nội bộ cho đến khi công bố',
      'Reports a figure: provisional, and internal to its organisation until it is published.',
    ),
    work: async (tx, given) =>
      tx.create(type, { ...(await reportedIn(tx, given)), ...(await own(tx, given)) } as NewValues<Row>),
  });
}

function stepMutations<Row extends UnionStatistic>(type: ClassType<Row> & RecordClass<Row>) {
  const steps = stepsOf(type);
  const { publish, correct, withdraw } = STATISTIC_STEPS;
  return [
    unionMutation({
      operation: `publish${type.name}`,
      answers: type,
      input: PublishStatisticInput,
      by: publish.by,
      title: text('Công bố một số liệu sơ bộ', 'Makes a provisional figure public.'),
      work: steps.publish,
    }),
    unionMutation({
      operation: `correct${type.name}`,
      answers: type,
      input: CorrectStatisticInput,
      by: correct.by,
      title: text(
        'Đính chính một số liệu đã công bố',
        'Corrects a published figure; the earlier version is kept.',
      ),
      work: steps.correct,
    }),
    unionMutation({
      operation: `withdraw${type.name}`,
      answers: type,
      input: WithdrawStatisticInput,
      by: withdraw.by,
      title: text('Rút một số liệu đã công bố', 'Withdraws a published figure; it stays to be seen as such.'),
      work: steps.withdraw,
    }),
  ] as const;
}
