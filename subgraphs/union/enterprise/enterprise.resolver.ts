import { keyOf } from '../../../schema/contract/ids.js';
import { both, text } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has, isRecord } from '../../shared/reading/filter.js';
import { BY_NAME } from '../../shared/reading/orders.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { listOn, type OwnedList } from '../placed/lists-of.js';
import { unitOf, zoneOf } from '../placed/place-of.js';
import { liesWithin } from '../placed/units-within.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { IndustrialZone } from '../zone/industrial-zone.entity.js';
import { conditionsOf, EnterpriseFilter, EnterpriseSearch } from './enterprise-filter.js';
import { Enterprise } from './enterprise.entity.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const EnterpriseConnection = connectionOf(Enterprise);

/** Finds enterprises, and reads of which grassroots union their workers are. */
@Resolver(() => Enterprise)
class EnterpriseResolver {
  @Query(() => Enterprise, { nullable: true, description: both('Một doanh nghiệp', 'One enterprise.') })
  enterprise(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Enterprise | null> {
    return read.byKey(Enterprise, keyOf('Enterprise', id));
  }

  @Query(() => EnterpriseConnection, {
    nullable: true,
    description: both(
      'Các doanh nghiệp; không có asOf thì gồm cả doanh nghiệp đã chấm dứt',
      'Enterprises; without asOf those of all times.',
    ),
  })
  async enterprises(
    @Args(() => EnterpriseSearch) asked: EnterpriseSearch,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<Connection<Enterprise>> {
    const { asOf, unit, zone, grassrootsUnion, registrationNumber } = asked;
    const filters = [
      ...conditionsOf(asked),
      ...has('registrationNumber', registrationNumber),
      ...isRecord('zone', zone, 'IndustrialZone'),
      ...isRecord('grassrootsUnion', grassrootsUnion, 'UnionOrganization'),
      ...(await liesWithin(read, { id: unit, day: asOf ?? today })),
    ];
    return read.page(Enterprise, { listing: { filters, order: BY_NAME }, page });
  }

  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both(
      'Công đoàn cơ sở; trống khi chưa có',
      'Grassroots union of its workers; null when there is none yet.',
    ),
  })
  async grassrootsUnion(
    @Root() { grassrootsUnion }: Enterprise,
    @Ctx() { read }: SubgraphContext,
  ): Promise<UnionOrganization | null> {
    return grassrootsUnion === null ? null : read.byKey(UnionOrganization, grassrootsUnion);
  }
}

const LIST: OwnedList<Enterprise, EnterpriseFilter> = {
  type: Enterprise,
  list: 'enterprises',
  Connection: EnterpriseConnection,
  Filter: EnterpriseFilter,
  conditions: conditionsOf,
  order: BY_NAME,
};

/** All that reads enterprises. */
export const ENTERPRISE_RESOLVERS = [
  EnterpriseResolver,
  unitOf(Enterprise),
  zoneOf(Enterprise),
  listOn(LIST, {
    owner: AdministrativeUnit,
    by: 'unit',
    title: text('Các doanh nghiệp đặt tại chính đơn vị này', 'Enterprises in this very unit, by name.'),
  }),
  listOn(LIST, {
    owner: IndustrialZone,
    by: 'zone',
    title: text('Các doanh nghiệp trong khu', 'Enterprises in the zone, by name.'),
  }),
  listOn(LIST, {
    owner: UnionOrganization,
    by: 'grassrootsUnion',
    title: text(
      'Các doanh nghiệp có tổ chức này là công đoàn cơ sở',
      'Enterprises whose grassroots union it is, by name.',
    ),
  }),
] as const;
