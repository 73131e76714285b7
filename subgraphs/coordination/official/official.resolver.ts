import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { by, BY_NAME } from '../../shared/reading/orders.js';
import { holdingFilters, HoldingsArgs } from './holding-list.js';
import { OfficeHolding } from './office-holding.entity.js';
import { Official } from './official.entity.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const OfficialConnection = connectionOf(Official);

/** Reads the officials and their offices. */
@Resolver(() => Official)
export class OfficialResolver {
  @Query(() => Official, {
    nullable: true,
    description: both('Một người giữ chức vụ', 'One official.'),
  })
  official(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Official | null> {
    return read.byKey(Official, keyOf('Official', id));
  }

  @Query(() => OfficialConnection, {
    nullable: true,
    description: both('Những người giữ chức vụ có trong đồ thị', 'All officials in the graph.'),
  })
  officials(@Args() page: PageArgs, @Ctx() { read }: SubgraphContext): Promise<Connection<Official>> {
    return read.page(Official, { listing: { filters: [], order: BY_NAME }, page });
  }

  @FieldResolver(() => [OfficeHolding], {
    description: both(
      'Các chức vụ; không có asOf thì gồm mọi thời kỳ',
      'The offices held; without asOf those of all times.',
    ),
  })
  holdings(
    @Root() { key }: Official,
    @Args() args: HoldingsArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly OfficeHolding[]> {
    const listing = { by: 'official', filters: holdingFilters(args), order: by('validFrom') };
    return read.whole(OfficeHolding, listing, key);
  }
}
