import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { pointsAt } from '../../shared/reading/filter.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { Organization, UnionOrganization } from '../borrowed.js';
import { Decision } from '../decision/decision.entity.js';
import { RecognitionStandard } from './recognition-standard.entity.js';
import {
  NEWEST_YEAR,
  ofStandardYear,
  StandardRecognitionConnection,
  StandardYearFilter,
} from './standard-recognition-list.js';
import { StandardRecognition } from './standard-recognition.entity.js';
import { StandardScore } from './standard-score.entity.js';
import { StandardSubject, SUBJECT_TYPES } from './standard-subjects.js';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

/** Which yearly recognitions a list holds. */
@ArgsType()
class StandardRecognitionFilter extends StandardYearFilter {
  @Field(() => ID, { nullable: true, description: both('Mã đối tượng', 'Of this subject: its id.') })
  readonly subject?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã tổ chức công đoàn đăng ký', 'Registered by this union organisation: its id.'),
  })
  readonly organization?: string;
}

/** Reads yearly recognitions: recognised ones for everybody, the others for those who have to do with them. */
@Resolver(() => StandardRecognition)
export class StandardRecognitionResolver {
  @Query(() => StandardRecognition, {
    nullable: true,
    description: both('Một lần công nhận đạt tiêu chuẩn', 'One yearly recognition.'),
  })
  standardRecognition(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<StandardRecognition | null> {
    return read.byKey(StandardRecognition, keyOf('StandardRecognition', id));
  }

  @Query(() => StandardRecognitionConnection, {
    nullable: true,
    description: both(
      'Các lần công nhận đạt tiêu chuẩn, năm mới nhất trước; hồ sơ chưa công nhận chỉ bên đăng ký, thẩm định và quyết định thấy',
      'Yearly recognitions, newest year first; those not recognised only for who registers, appraises and decides.',
    ),
  })
  async standardRecognitions(
    @Args(() => StandardRecognitionFilter) { subject, organization, ...asked }: StandardRecognitionFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<StandardRecognition>> {
    const filters = [
      ...(await ofStandardYear(read, asked)),
      ...pointsAt('subject', subject, SUBJECT_TYPES),
      ...pointsAt('organization', organization, ['UnionOrganization']),
    ];
    return read.page(StandardRecognition, { listing: { filters, order: NEWEST_YEAR }, page });
  }

  @FieldResolver(() => RecognitionStandard, {
    nullable: true,
    description: both('Tiêu chuẩn', 'The standard.'),
  })
  standard(
    @Root() { standard }: StandardRecognition,
    @Ctx() { read }: SubgraphContext,
  ): Promise<RecognitionStandard | null> {
    return read.byKey(RecognitionStandard, standard);
  }

  @FieldResolver(() => StandardSubject, { nullable: true, description: both('Đối tượng', 'The subject.') })
  subject(@Root() { subject }: StandardRecognition): Borrowed {
    return borrowRef(subject);
  }

  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Tổ chức công đoàn đăng ký', 'The union organisation that registered it.'),
  })
  organization(@Root() { organization }: StandardRecognition): Borrowed {
    return borrowRef(organization);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Đơn vị thẩm định', 'The organisation that appraises it.'),
  })
  appraiser(@Root() { appraiser }: StandardRecognition): Borrowed {
    return borrowRef(appraiser);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Cơ quan quyết định', 'The organisation that decides.'),
  })
  authority(@Root() { authority }: StandardRecognition): Borrowed {
    return borrowRef(authority);
  }

  @FieldResolver(() => Decision, {
    nullable: true,
    description: both('Quyết định công nhận', 'The decision.'),
  })
  decision(@Root() { decision }: StandardRecognition, @Ctx() context: SubgraphContext) {
    return decisionOf(context, decision);
  }

  @FieldResolver(() => Decision, {
    nullable: true,
    description: both('Quyết định thu hồi', 'The decision by which it was taken back.'),
  })
  withdrawal(@Root() { withdrawal }: StandardRecognition, @Ctx() context: SubgraphContext) {
    return decisionOf(context, withdrawal);
  }

  @FieldResolver(() => [StandardScore], {
    description: both(
      'Điểm theo tiêu chí; trống với người ngoài bên đăng ký, thẩm định và quyết định',
      'Points by criterion; empty but for those who register, appraise and decide.',
    ),
  })
  scores(
    @Root() { key }: StandardRecognition,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly StandardScore[]> {
    return read.whole(StandardScore, { by: 'recognition', filters: [], order: BY_KEY }, key);
  }
}

async function decisionOf({ read }: SubgraphContext, key: string | null): Promise<Decision | null> {
  return key === null ? null : read.byKey(Decision, key);
}
