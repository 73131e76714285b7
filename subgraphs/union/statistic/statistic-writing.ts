import { keyOf } from '../../../schema/contract/ids.js';
import { text } from '../../../schema/contract/text.js';
import { writtenPartialDate, writtenQuantity } from '../../shared/database/written.js';
import { isGiven } from '../../shared/reading/asked.js';
import type { RecordClass } from '../../shared/reading/rows.js';
import { Classification } from '../../shared/values/classification.js';
import type { PartialDate } from '../../shared/values/partial-date.js';
import type { Quantity } from '../../shared/values/quantity.js';
import type { ChangeInput } from '../../shared/writing/input.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { givenBy, givenText, maybeGivenText, misgiven } from '../recording/given.js';
import { statedIn } from '../recording/source-input.js';
import type {
  CorrectStatisticInput,
  ReportedQuantityInput,
  ReportStatisticInput,
  WithdrawStatisticInput,
} from './statistic-inputs.js';
import { StatisticState } from './statistic-state.js';
import { STATISTIC_STEPS } from './statistic-steps.js';
import type { UnionStatistic } from './union-statistic.js';

/** What is reported of a figure, whatever its kind: provisional, and internal to its organisation. */
export async function reportedIn(tx: Transaction, input: ReportStatisticInput) {
  const { unit, periodStart } = input;
  return {
    organization: keyOf('UnionOrganization', input.organization),
    unit: isGiven(unit) ? keyOf('AdministrativeUnit', unit) : null,
    asOf: givenDate(input.asOf, 'asOf'),
    periodStart: isGiven(periodStart) ? givenDate(periodStart, 'periodStart') : null,
    ...measuredIn(input),
    provenance: [await statedIn(tx, input.source)],
    state: StatisticState.PROVISIONAL,
    classification: Classification.INTERNAL,
  };
}

/** The steps of the figures of one class. */
export function stepsOf<Row extends UnionStatistic>(type: RecordClass<Row>) {
  return {
    publish: async (tx: Transaction, input: ChangeInput): Promise<Row> => {
      const figure = await tx.findExpected(type, input);
      const state = stateAfter(STATISTIC_STEPS, 'publish', figure.state);
      return Object.assign(figure, { state, classification: Classification.PUBLIC });
    },
    correct: async (tx: Transaction, input: CorrectStatisticInput): Promise<Row> => {
      const figure = await tx.findExpected(type, input);
      const state = stateAfter(STATISTIC_STEPS, 'correct', figure.state);
      const provenance = [await statedIn(tx, input.source)];
      return Object.assign(figure, { state, ...measuredIn(input), provenance });
    },
    withdraw: async (tx: Transaction, input: WithdrawStatisticInput): Promise<Row> => {
      const figure = await tx.findExpected(type, input);
      const state = stateAfter(STATISTIC_STEPS, 'withdraw', figure.state);
      const provenance = [...figure.provenance, await statedIn(tx, input.source)];
      return Object.assign(figure, { state, provenance });
    },
  };
}

/** The part of an input that says how much. */
type Measured = Pick<CorrectStatisticInput, 'quantity' | 'change' | 'changeSince'>;

function measuredIn({ quantity, change, changeSince }: Measured) {
  const measured = givenQuantity(quantity, 'quantity');
  if ((measured.value ?? 0) < 0)
    throw misgiven('quantity.value', text('Giá trị không được âm.', 'The figure is not negative.'));
  return {
    quantity: measured,
    change: isGiven(change) ? givenQuantity(change, 'change') : null,
    changeSince: isGiven(changeSince) ? givenDate(changeSince, 'changeSince') : null,
  };
}

function givenQuantity(given: ReportedQuantityInput, field: string): Quantity {
  const { value, comparator } = given;
  const unit = givenText(given.unit, `${field}.unit`);
  const written = { value, comparator, unit, text: maybeGivenText(given.text, `${field}.text`) };
  return givenBy(writtenQuantity, written, {
    field,
    told: text(
      'Chỉ bỏ trống giá trị khi nguồn chỉ nêu cỡ số; nguyên văn dài nhất 80 ký tự.',
      'The value is left out for an order of magnitude, and only then; the wording has at most 80 characters.',
    ),
  });
}

function givenDate(written: string, field: string): PartialDate {
  return givenBy(writtenPartialDate, written, {
    field,
    told: text('Viết 2024, 2024-03 hoặc 2024-03-31.', 'Write 2024, 2024-03 or 2024-03-31.'),
  });
}
