import { both } from '../../../schema/contract/text.js';
import type { Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { has } from '../../shared/reading/filter.js';
import { Activity, Movement, PoliceOrganization, PublicBody, UnionOrganization } from '../borrowed.js';
import type { RecognitionBatch } from './recognition-batch.entity.js';
import { RecognitionStatus } from './recognition-batch.enums.js';
import { batchesOf, RecognitionBatchConnection } from './recognition-batch-list.js';
import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root, type ClassType } from 'type-graphql';

/** The year of the recognitions that a question is about. */
@ArgsType()
class YearArgs {
  @Field(() => Int, {
    nullable: true,
    description: both('Chỉ năm này', 'Of this year only.'),
  })
  readonly year?: number;
}

const NULLABLE_PAGE = { nullable: true } as const;

/** Adds to an organisation what it gave. */
function given(organization: ClassType<Borrowed>) {
  @Resolver(() => organization)
  class GivenResolver {
    @FieldResolver(() => RecognitionBatchConnection, {
      ...NULLABLE_PAGE,
      description: both('Khen thưởng đã trao, chỉ số lượng', 'Awards it has given, as counts.'),
    })
    recognitionsGiven(
      @Root() { id }: Borrowed,
      @Args() { year }: YearArgs,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() { read }: SubgraphContext,
    ): Promise<Connection<RecognitionBatch>> {
      return batchesOf(read, 'authority', { id, filters: conferred(year), page });
    }
  }
  return GivenResolver;
}

/** Adds to an organisation what its people and units received. */
function received(organization: ClassType<Borrowed>) {
  @Resolver(() => organization)
  class ReceivedResolver {
    @FieldResolver(() => RecognitionBatchConnection, {
      ...NULLABLE_PAGE,
      description: both(
        'Khen thưởng mà tập thể, cá nhân của tổ chức đã nhận, chỉ số lượng',
        'Awards that its collectives and people have received, as counts.',
      ),
    })
    recognitionsReceived(
      @Root() { id }: Borrowed,
      @Args() { year }: YearArgs,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() { read }: SubgraphContext,
    ): Promise<Connection<RecognitionBatch>> {
      return batchesOf(read, 'recipient', { id, filters: conferred(year), page });
    }
  }
  return ReceivedResolver;
}

/** Adds to an organisation what it proposed. */
function proposed(organization: ClassType<Borrowed>) {
  @Resolver(() => organization)
  class ProposedResolver {
    @FieldResolver(() => RecognitionBatchConnection, {
      ...NULLABLE_PAGE,
      description: both('Đề nghị khen thưởng do tổ chức gửi', 'Awards that it proposed to an authority.'),
    })
    recognitionsProposed(
      @Root() { id }: Borrowed,
      @Args() { year }: YearArgs,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() { read }: SubgraphContext,
    ): Promise<Connection<RecognitionBatch>> {
      return batchesOf(read, 'proposedBy', { id, filters: has('year', year), page });
    }
  }
  return ProposedResolver;
}

/** Adds to a movement what was awarded in it. */
@Resolver(() => Movement)
class MovementResolver {
  @FieldResolver(() => RecognitionBatchConnection, {
    ...NULLABLE_PAGE,
    description: both('Các đợt khen thưởng trong phong trào', 'Recognitions in this movement.'),
  })
  recognitionBatches(
    @Root() { id }: Borrowed,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<RecognitionBatch>> {
    return batchesOf(read, 'movement', { id, page });
  }
}

/** Adds to an activity what was awarded there. */
@Resolver(() => Activity)
class ActivityResolver {
  @FieldResolver(() => RecognitionBatchConnection, {
    ...NULLABLE_PAGE,
    description: both('Các đợt khen thưởng gắn với hoạt động', 'Recognitions given or proposed there.'),
  })
  recognitionBatches(
    @Root() { id }: Borrowed,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<RecognitionBatch>> {
    return batchesOf(read, 'activity', { id, page });
  }
}

/** What this agency adds to the others' types about recognitions. */
export const batchContributions = [
  ...[UnionOrganization, PoliceOrganization].flatMap((type) => [given(type), received(type), proposed(type)]),
  given(PublicBody),
  MovementResolver,
  ActivityResolver,
] as const;

function conferred(year: number | undefined) {
  return [...has('status', RecognitionStatus.CONFERRED), ...has('year', year)];
}
