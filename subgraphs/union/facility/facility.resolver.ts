import { keyOf } from '../../../schema/contract/ids.js';
import { both, text } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { isRecord } from '../../shared/reading/filter.js';
import { BY_NAME } from '../../shared/reading/orders.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { listOn, type OwnedList } from '../placed/lists-of.js';
import { unitOf } from '../placed/place-of.js';
import { liesWithin } from '../placed/units-within.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { conditionsOf, FacilityFilter, FacilitySearch } from './facility-filter.js';
import { Facility } from './facility.entity.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const FacilityConnection = connectionOf(Facility);

/** Finds the unions' facilities, and reads whose they are. */
@Resolver(() => Facility)
class FacilityResolver {
  @Query(() => Facility, {
    nullable: true,
    description: both('Một thiết chế công đoàn', 'One facility of a union.'),
  })
  facility(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Facility | null> {
    return read.byKey(Facility, keyOf('Facility', id));
  }

  @Query(() => FacilityConnection, {
    nullable: true,
    description: both(
      'Các thiết chế công đoàn; không có asOf thì gồm cả thiết chế không còn',
      'Facilities of the unions; without asOf those of all times.',
    ),
  })
  async facilities(
    @Args(() => FacilitySearch) asked: FacilitySearch,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<Connection<Facility>> {
    const { asOf, unit, organization } = asked;
    const filters = [
      ...conditionsOf(asked),
      ...isRecord('organization', organization, 'UnionOrganization'),
      ...(await liesWithin(read, { id: unit, day: asOf ?? today })),
    ];
    return read.page(Facility, { listing: { filters, order: BY_NAME }, page });
  }

  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Của tổ chức công đoàn nào', 'The union that keeps it.'),
  })
  organization(
    @Root() { organization }: Facility,
    @Ctx() { read }: SubgraphContext,
  ): Promise<UnionOrganization | null> {
    return read.byKey(UnionOrganization, organization);
  }
}

const LIST: OwnedList<Facility, FacilityFilter> = {
  type: Facility,
  list: 'facilities',
  Connection: FacilityConnection,
  Filter: FacilityFilter,
  conditions: conditionsOf,
  order: BY_NAME,
};

/** All that reads the unions' facilities. */
export const FACILITY_RESOLVERS = [
  FacilityResolver,
  unitOf(Facility),
  listOn(LIST, {
    owner: UnionOrganization,
    by: 'organization',
    title: text('Các thiết chế của tổ chức', 'Facilities that it keeps, by name.'),
  }),
  listOn(LIST, {
    owner: AdministrativeUnit,
    by: 'unit',
    title: text(
      'Các thiết chế công đoàn tại chính đơn vị này',
      "Unions' facilities in this very unit, by name.",
    ),
  }),
] as const;
