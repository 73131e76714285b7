import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has } from '../../shared/reading/filter.js';
import { BY_NAME } from '../../shared/reading/orders.js';
import { Catalogue, CatalogueTerm } from './catalogue-term.entity.js';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';

const CatalogueTermConnection = connectionOf(CatalogueTerm);

/** Reads the kinds of things that the sources speak of. */
@Resolver()
export class CatalogueTermResolver {
  @Query(() => CatalogueTermConnection, {
    nullable: true,
    description: both(
      'Các mục từ danh mục: loại địa điểm, loại thiết chế, loại hình tổ chức',
      'Terms of the catalogues: kinds of place, of facility, of organisation.',
    ),
  })
  catalogueTerms(
    @Arg('catalogue', () => Catalogue, {
      nullable: true,
      description: both('Chỉ danh mục này', 'Of this catalogue only.'),
    })
    catalogue: Catalogue | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<CatalogueTerm>> {
    const listing = { filters: has('catalogue', catalogue), order: BY_NAME };
    return read.page(CatalogueTerm, { listing, page });
  }
}
