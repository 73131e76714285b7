import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has, heldOnDay } from '../../shared/reading/filter.js';
import { BY_NAME } from '../../shared/reading/orders.js';
import { Organization, organizationOf, type AnyOrganization } from '../organization.js';
import { Programme, ProgrammeKind } from './programme.entity.js';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const ProgrammeConnection = connectionOf(Programme);

/** Which programmes a list holds. */
@ArgsType()
class ProgrammeFilter extends AsOfArgs {
  @Field(() => ProgrammeKind, {
    nullable: true,
    description: both('Chỉ lĩnh vực này', 'Of this kind only.'),
  })
  readonly kind?: ProgrammeKind;
}

/** Reads the national programmes. */
@Resolver(() => Programme)
export class ProgrammeResolver {
  @Query(() => Programme, { nullable: true, description: both('Một chương trình', 'One programme.') })
  programme(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Programme | null> {
    return read.byKey(Programme, keyOf('Programme', id));
  }

  @Query(() => ProgrammeConnection, {
    nullable: true,
    description: both('Các chương trình, theo thứ tự chữ cái', 'The programmes, in alphabetical order.'),
  })
  programmes(
    @Args() { asOf, kind }: ProgrammeFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Programme>> {
    const filters = [...heldOnDay(asOf), ...has('kind', kind)];
    return read.page(Programme, { listing: { filters, order: BY_NAME }, page });
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Cơ quan chủ trì', 'The organisation that answers for it.'),
  })
  owner(@Root() programme: Programme, @Ctx() { read }: SubgraphContext): Promise<AnyOrganization | null> {
    return organizationOf(read, programme.owner);
  }
}
