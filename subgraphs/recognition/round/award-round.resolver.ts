import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { connectionOf, Direction, PageArgs, type Connection } from '../../shared/page.js';
import { has, lists, pointsAt } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import { readRefs } from '../../shared/reading/refs.js';
import { AwardForm } from '../award/award-form.entity.js';
import { Organization } from '../borrowed.js';
import { AwardRound } from './award-round.entity.js';
import { AwardRoundState, roundState } from './round-state.js';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';

const AwardRoundConnection = connectionOf(AwardRound);

/** Which rounds a list holds. */
@ArgsType()
class RoundFilter {
  @Field(() => ID, {
    nullable: true,
    description: both('Mã cơ quan mở đợt', 'Of this organisation: its id.'),
  })
  readonly organization?: string;

  @Field(() => ID, { nullable: true, description: both('Mã hình thức', 'For this form of award: its id.') })
  readonly form?: string;

  @Field(() => Int, { nullable: true, description: both('Năm xét khen', 'Of this year.') })
  readonly year?: number;
}

/** Reads rounds, which everybody may know of. */
@Resolver(() => AwardRound)
export class AwardRoundResolver {
  @Query(() => AwardRound, {
    nullable: true,
    description: both('Một đợt xét khen thưởng', 'One round.'),
  })
  awardRound(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AwardRound | null> {
    return read.byKey(AwardRound, keyOf('AwardRound', id));
  }

  @Query(() => AwardRoundConnection, {
    nullable: true,
    description: both('Các đợt xét khen thưởng, mới nhất trước', 'Rounds, newest first.'),
  })
  awardRounds(
    @Args() { organization, form, year }: RoundFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<AwardRound>> {
    const filters = [
      ...pointsAt('organization', organization, ORGANIZATION_TYPES),
      ...lists('forms', form, ['AwardForm']),
      ...has('year', year),
    ];
    return read.page(AwardRound, { listing: { filters, order: by('opensOn', Direction.DESC) }, page });
  }

  @FieldResolver(() => AwardRoundState, {
    description: both('Tình trạng hôm nay, theo các ngày của đợt', 'How far it has come today, by its days.'),
  })
  state(@Root() round: AwardRound, @Ctx() { today }: SubgraphContext): AwardRoundState {
    return roundState(round, today);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Cơ quan khen', 'The organisation that awards.'),
  })
  organization(@Root() { organization }: AwardRound): Borrowed {
    return borrowRef(organization);
  }

  @FieldResolver(() => [AwardForm], {
    description: both('Các hình thức khen của đợt', 'Forms of award for which nominations are taken in.'),
  })
  forms(@Root() { forms }: AwardRound, @Ctx() { read }: SubgraphContext): Promise<readonly AwardForm[]> {
    return readRefs(read, AwardForm, forms);
  }
}
