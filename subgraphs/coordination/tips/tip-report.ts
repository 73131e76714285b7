import { both, text, type Text } from '../../../schema/contract/text.js';
import { askedRef, isGiven } from '../../shared/reading/asked.js';
import { heldOnDay } from '../../shared/reading/filter.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { Classification } from '../../shared/values/classification.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { DatePrecision } from '../../shared/values/partial-date.js';
import { Comparator, Quantity } from '../../shared/values/quantity.js';
import { MutationInput } from '../../shared/writing/input.js';
import { guard, notFound, Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { ReportedPeriod } from '../activity/reported-period.js';
import { PoliceJurisdiction } from '../police/police-jurisdiction.entity.js';
import { PoliceLevel, PoliceOrganization } from '../police/police-organization.entity.js';
import { TipScope, TipStatistic } from './tip-statistic.entity.js';
import { Field, ID, InputType, Int } from 'type-graphql';

/** Who reports tips. */
export const TIP_REPORTERS = ['POLICE_OFFICER'] as const;

/** Counts of tips over a year or more. The area is that of the organisation; there is no way to name another. */
@InputType({
  description: both('Số nguồn tin trong một năm trở lên', 'Counts of tips over a year or more.'),
})
export class ReportTipsInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã tổ chức công an cấp bộ hoặc cấp tỉnh; bỏ trống: tổ chức của bạn. Phạm vi là cả nước hoặc tỉnh của tổ chức đó',
      'The ministry or a provincial police: its id; your own when not said. Its area is the scope.',
    ),
  })
  readonly organization?: string | null;

  @Field(() => LocalDate, { description: both('Ngày đầu', 'First day.') })
  readonly from!: string;

  @Field(() => LocalDate, {
    description: both('Ngày cuối, đã qua; ít nhất một năm', 'Last day, which has passed; a year at least.'),
  })
  readonly to!: string;

  /** Unit: tips. */
  @Field(() => Int, { description: both('Số nguồn tin', 'Tips that were supplied.') })
  readonly tips!: number;

  /** Unit: tips. */
  @Field(() => Int, { description: both('Trong đó có giá trị', 'Those of them that were valuable.') })
  readonly valuable!: number;
}

/** Shortest period for which tips are counted. Unit: days from the first to the last. Source: domain rule, section 7. */
const YEAR = 364;
const DAY = 86_400_000;

/** Keeps counts of tips, internal to the police until the year is published. @throws Refusal GRANULARITY_NOT_AVAILABLE, GUARD_FAILED */
export async function reportTips(tx: Transaction, input: ReportTipsInput): Promise<TipStatistic> {
  const { from, to, tips, valuable } = input;
  requireYear(input);
  requireCounts(tx, input);
  const reporter = isGiven(input.organization)
    ? askedRef(input.organization, ['PoliceOrganization'])
    : tx.actor.organization;
  return tx.create(TipStatistic, {
    ...(await areaOf(tx, reporter, to)),
    classification: Classification.INTERNAL,
    reporter,
    period: Object.assign(new ReportedPeriod(), { from, to, precision: DatePrecision.DAY, text: null }),
    tips: counted(tips),
    valuable: counted(valuable),
  });
}

function requireYear({ from, to }: ReportTipsInput): void {
  if ((Date.parse(to) - Date.parse(from)) / DAY < YEAR) throw tooFine('to');
}

function requireCounts({ today }: Transaction, { to, tips, valuable }: ReportTipsInput): void {
  guard(to < today, 'period-is-over', text('Khoảng thời gian phải đã qua.', 'The period has to be over.'));
  guard(
    valuable >= 0 && valuable <= tips,
    'valuable-within-tips',
    text('Số có giá trị từ 0 đến số nguồn tin.', 'From none to all of the tips are valuable.'),
  );
}

async function areaOf(tx: Transaction, reporter: string, day: string) {
  const police = await tx.read.byRef(PoliceOrganization, reporter);
  if (!police) throw notFound('PoliceOrganization');
  if (police.level === PoliceLevel.MINISTRY) return { scope: TipScope.NATION };
  if (police.level !== PoliceLevel.PROVINCIAL) throw tooFine('organization');
  const listing = { by: 'police', filters: heldOnDay(day), order: BY_KEY };
  const [area, other] = await tx.read.whole(PoliceJurisdiction, listing, police.key);
  guard(area !== undefined && other === undefined, 'one-province', ONE_PROVINCE);
  return { scope: TipScope.PROVINCE, place: area?.unit ?? null };
}

const ONE_PROVINCE: Text = text(
  'Tổ chức phải phụ trách đúng một tỉnh vào ngày cuối.',
  'The organisation has to be in charge of one province on the last day.',
);

function counted(value: number): Quantity {
  return Object.assign(new Quantity(), { value, comparator: Comparator.EXACT, unit: 'tips', text: null });
}

function tooFine(field: string): Refusal {
  return new Refusal(
    UserErrorCode.GRANULARITY_NOT_AVAILABLE,
    text(
      'Số nguồn tin chỉ được ghi cho cả nước hoặc một tỉnh, trong một năm trở lên.',
      'Tips are counted for the nation or a province alone, over a year or more.',
    ),
    { field },
  );
}
