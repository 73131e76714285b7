import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { by } from '../../shared/reading/orders.js';
import { UnionOrganization } from '../borrowed.js';
import { PoliceOrganization } from '../police/police-organization.entity.js';
import { PublicBody } from '../public-body/public-body.entity.js';
import { holdingFilters, HoldingsArgs } from './holding-list.js';
import { OfficeHolding } from './office-holding.entity.js';
import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';

/** Lead from each kind of organisation to the offices held in it. */
export const organizationOfficialsResolvers = [UnionOrganization, PoliceOrganization, PublicBody].map(
  officialsResolver,
);

interface Identified {
  readonly id: string;
}

function officialsResolver(Body: ClassType<Identified>) {
  @Resolver(() => Body)
  class OrganizationOfficialsResolver {
    @FieldResolver(() => [OfficeHolding], {
      nullable: true,
      description: both(
        'Các chức vụ mà nguồn xác nhận tại tổ chức này; không có asOf thì gồm mọi thời kỳ',
        'The offices that sources attest in it; without asOf those of all times.',
      ),
    })
    officials(
      @Root() { id }: Identified,
      @Args() args: HoldingsArgs,
      @Ctx() { read }: SubgraphContext,
    ): Promise<readonly OfficeHolding[]> {
      const listing = { by: 'organization', filters: holdingFilters(args), order: by('validFrom') };
      return read.whole(OfficeHolding, listing, refOfId(id));
    }
  }
  return OrganizationOfficialsResolver;
}
