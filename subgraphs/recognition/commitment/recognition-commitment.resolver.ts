import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { heldOnDay, pointsAt } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import { CoordinationAgreement } from '../borrowed.js';
import { RecognitionCommitment } from './recognition-commitment.entity.js';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const RecognitionCommitmentConnection = connectionOf(RecognitionCommitment);

/** Which commitments a list holds. */
@ArgsType()
class CommitmentFilter extends AsOfArgs {
  @Field(() => ID, {
    nullable: true,
    description: both('Mã thỏa thuận phối hợp', 'Of this agreement: its id.'),
  })
  readonly agreement?: string;
}

/** Reads what agreements say about commendation. */
@Resolver(() => RecognitionCommitment)
export class RecognitionCommitmentResolver {
  @Query(() => RecognitionCommitmentConnection, {
    nullable: true,
    description: both(
      'Các cam kết về biểu dương, khen thưởng; không có asOf thì gồm mọi thời kỳ',
      'What agreements say about commendation; without asOf those of all times.',
    ),
  })
  recognitionCommitments(
    @Args(() => CommitmentFilter) { asOf, agreement }: CommitmentFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<RecognitionCommitment>> {
    const source = pointsAt('agreement', agreement, ['CoordinationAgreement']);
    const filters = [...heldOnDay(asOf), ...source];
    return read.page(RecognitionCommitment, { listing: { filters, order: by('validFrom') }, page });
  }

  @FieldResolver(() => CoordinationAgreement, {
    nullable: true,
    description: both('Thỏa thuận phối hợp', 'The agreement.'),
  })
  agreement(@Root() { agreement }: RecognitionCommitment): Borrowed {
    return borrowRef(agreement);
  }
}

/** Adds to an agreement what it says about commendation. */
@Resolver(() => CoordinationAgreement)
export class AgreementCommitmentResolver {
  @FieldResolver(() => [RecognitionCommitment], {
    nullable: true,
    description: both(
      'Cam kết về biểu dương, khen thưởng',
      'What it binds its parties to as regards commendation.',
    ),
  })
  recognitionCommitments(
    @Root() { id }: Borrowed,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly RecognitionCommitment[]> {
    const listing = { by: 'agreement', filters: [], order: by('validFrom') };
    return read.whole(RecognitionCommitment, listing, refOfId(id));
  }
}
