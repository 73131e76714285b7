import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has, pointsAt } from '../../shared/reading/filter.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { AwardForm } from '../award/award-form.entity.js';
import { RecognitionStatus } from '../batch/recognition-batch.enums.js';
import { Organization } from '../borrowed.js';
import { RecognitionStatistic } from './recognition-statistic.js';
import { statisticsOf } from './recognition-statistic-list.js';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';

const RecognitionStatisticConnection = connectionOf(RecognitionStatistic);

/** Which recognitions are counted. */
@ArgsType()
class StatisticFilter {
  @Field(() => Int, {
    nullable: true,
    description: both(
      'Năm trao; khi chưa trao: năm đề nghị',
      'Of this year of conferral, or else of proposal.',
    ),
  })
  readonly year?: number;

  @Field(() => RecognitionStatus, {
    nullable: true,
    description: both(
      'Tình trạng; bỏ trống thì đã trao và đề nghị được đếm riêng',
      'In this state; when not said, conferred and proposed ones are counted apart.',
    ),
  })
  readonly status?: RecognitionStatus;

  @Field(() => Boolean, {
    nullable: true,
    description: both('Chỉ khen chéo giữa công đoàn và công an', 'Only those between unions and the police.'),
  })
  readonly crossAgencyOnly?: boolean;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã tổ chức khen hoặc được đề nghị khen',
      'Given by, or asked of, this organisation: its id.',
    ),
  })
  readonly authority?: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: both('Như đã ghi nhận đến hết ngày này', 'As it was recorded at the end of this day.'),
  })
  readonly asKnownOn?: string;
}

/** Counts recognitions per authority, form and year. */
@Resolver(() => RecognitionStatistic)
export class RecognitionStatisticResolver {
  @Query(() => RecognitionStatisticConnection, {
    nullable: true,
    description: both(
      'Số khen thưởng theo thẩm quyền, hình thức và năm; chỉ số lượng, năm mới nhất trước',
      'Recognitions per authority, form and year: counts only, newest year first.',
    ),
  })
  recognitionStatistics(
    @Args() { year, status, crossAgencyOnly, authority, asKnownOn }: StatisticFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<RecognitionStatistic>> {
    const filters = [
      ...has('year', year),
      ...has('status', status),
      ...has('isCrossAgency', crossAgencyOnly || null),
      ...pointsAt('authority', authority, ORGANIZATION_TYPES),
    ];
    return statisticsOf(read, { filters, asKnownOn }, page);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both(
      'Tổ chức khen; với đề nghị: tổ chức được đề nghị khen',
      'The organisation that gives the award; of a proposal, the one that is asked to.',
    ),
  })
  authority(@Root() { authorityRef }: RecognitionStatistic): Borrowed {
    return borrowRef(authorityRef);
  }

  @FieldResolver(() => AwardForm, {
    nullable: true,
    description: both('Hình thức khen thưởng', 'The form of award.'),
  })
  form(
    @Root() { formKey }: RecognitionStatistic,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AwardForm | null> {
    return read.byKey(AwardForm, formKey);
  }
}
