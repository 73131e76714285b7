import { keyOf } from '../../../schema/contract/ids.js';
import { both, text } from '../../../schema/contract/text.js';
import { refText } from '../../shared/database/refs.js';
import { isGiven } from '../../shared/reading/asked.js';
import { readKeys } from '../../shared/reading/refs.js';
import type { RecordClass } from '../../shared/reading/rows.js';
import type { HubRecord } from '../../shared/record.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { UnionLevelPeriod } from '../organization/union-level-period.entity.js';
import { WelfareProgramme } from '../programme/welfare-programme.entity.js';
import { misgiven } from '../recording/given.js';
import { MembershipMetric, MembershipStatistic } from './membership-statistic.entity.js';
import { SocialChannelStatistic } from './social-channel-statistic.entity.js';
import { ReportStatisticInput } from './statistic-inputs.js';
import { statisticMutations } from './statistic-mutations.js';
import { WelfareMetric, WelfareStatistic } from './welfare-statistic.entity.js';
import { WorkforceMetric, WorkforceSector, WorkforceStatistic } from './workforce-statistic.entity.js';
import { Field, ID, InputType } from 'type-graphql';

/** A membership figure. */
@InputType({ description: both('Số liệu đoàn viên cần báo cáo', 'A membership figure that is reported.') })
class ReportMembershipStatisticInput extends ReportStatisticInput {
  @Field(() => MembershipMetric, { description: both('Chỉ tiêu', 'Who is counted.') })
  readonly metric!: MembershipMetric;

  @Field(() => ID, {
    nullable: true,
    description: both('Tổng số mà số liệu này là một phần', 'The figure of which this one is a part.'),
  })
  readonly whole?: string;
}

/** A workforce figure. */
@InputType({ description: both('Số liệu lao động cần báo cáo', 'A workforce figure that is reported.') })
class ReportWorkforceStatisticInput extends ReportStatisticInput {
  @Field(() => WorkforceMetric, { description: both('Chỉ tiêu', 'What is measured.') })
  readonly metric!: WorkforceMetric;

  @Field(() => WorkforceSector, {
    defaultValue: WorkforceSector.ALL,
    description: both('Khu vực lao động', 'Among whom.'),
  })
  readonly sector!: WorkforceSector;

  @Field(() => ID, {
    nullable: true,
    description: both('Số liệu trước đó để so sánh', 'The earlier figure with which it is compared.'),
  })
  readonly earlier?: string;
}

/** A figure on social channels. */
@InputType({
  description: both('Số liệu kênh mạng xã hội cần báo cáo', 'A figure on social channels that is reported.'),
})
class ReportSocialChannelStatisticInput extends ReportStatisticInput {
  @Field(() => [ID], {
    description: both(
      'Các cấp công đoàn quản lý (UnionLevelPeriod)',
      'Levels whose unions manage them: UnionLevelPeriod.',
    ),
  })
  readonly levels!: readonly string[];
}

/** A welfare figure. */
@InputType({ description: both('Số liệu phúc lợi cần báo cáo', 'A welfare figure that is reported.') })
class ReportWelfareStatisticInput extends ReportStatisticInput {
  @Field(() => WelfareMetric, { description: both('Chỉ tiêu', 'What is measured.') })
  readonly metric!: WelfareMetric;

  @Field(() => [ID], {
    defaultValue: [],
    description: both('Các chương trình thực hiện', 'Programmes by which it was given.'),
  })
  readonly programmes!: readonly string[];
}

/** All that changes figures. */
export const STATISTIC_MUTATIONS = [
  ...statisticMutations({
    type: MembershipStatistic,
    input: ReportMembershipStatisticInput,
    own: (_, { metric, whole }) => ({
      metric,
      whole: isGiven(whole) ? keyOf('MembershipStatistic', whole) : null,
    }),
  }),
  ...statisticMutations({
    type: WorkforceStatistic,
    input: ReportWorkforceStatisticInput,
    own: (_, { metric, sector, earlier }) => ({
      metric,
      sector,
      earlier: isGiven(earlier) ? keyOf('WorkforceStatistic', earlier) : null,
    }),
  }),
  ...statisticMutations({
    type: SocialChannelStatistic,
    input: ReportSocialChannelStatisticInput,
    own: async (tx, { levels }) => ({
      levels: await known(tx, UnionLevelPeriod, { ids: levels, field: 'levels' }),
    }),
  }),
  ...statisticMutations({
    type: WelfareStatistic,
    input: ReportWelfareStatisticInput,
    own: async (tx, { metric, programmes }) => ({
      metric,
      programmes: await known(tx, WelfareProgramme, { ids: programmes, field: 'programmes' }),
    }),
  }),
] as const;

/** Ids that a field of the input lists. */
interface Listed {
  readonly ids: readonly string[];
  readonly field: string;
}

/** References to the records that a field lists, each once. @throws Refusal INVALID_INPUT where one does not exist */
async function known(
  { read }: Transaction,
  type: RecordClass<HubRecord>,
  { ids, field }: Listed,
): Promise<readonly string[]> {
  const keys = [...new Set(ids.map((id) => keyOf(type.name, id)))];
  const found = await readKeys(read, type, keys);
  if (found.length < keys.length)
    throw misgiven(field, text('Có mã không tồn tại.', 'One of the ids leads to nothing.'));
  return keys.map((key) => refText({ type: type.name, key }));
}
