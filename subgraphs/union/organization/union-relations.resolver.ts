import { both } from '../../../schema/contract/text.js';
import { AsOfArgs, OnDayArgs } from '../../shared/as-of.js';
import type { SubgraphContext } from '../../shared/context.js';
import { heldOnDay } from '../../shared/reading/filter.js';
import { BY_NAME, BY_KEY, by } from '../../shared/reading/orders.js';
import { dayMeant } from '../../shared/values/validity.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { UnionDepartment } from './union-department.entity.js';
import { UnionHandover } from './union-handover.entity.js';
import { UnionJurisdiction } from './union-jurisdiction.entity.js';
import { UnionOrganization } from './union-organization.entity.js';
import { UnionSuccession } from './union-succession.entity.js';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Reads where a union is responsible, what it is made of, and what came before and after it. */
@Resolver(() => UnionOrganization)
export class UnionRelationsResolver {
  @FieldResolver(() => [UnionJurisdiction], {
    description: both('Địa bàn phụ trách vào ngày đó', 'Where it is responsible on that day.'),
  })
  jurisdictions(
    @Root() union: UnionOrganization,
    @Args(() => OnDayArgs) { asOf }: OnDayArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<readonly UnionJurisdiction[]> {
    const filters = heldOnDay(dayMeant(union, asOf, today));
    return read.whole(UnionJurisdiction, { by: 'organization', filters, order: by('validFrom') }, union.key);
  }

  @FieldResolver(() => [UnionDepartment], {
    description: both('Các ban, bộ phận, đơn vị trực thuộc', 'Its boards, offices and institutions.'),
  })
  departments(
    @Root() { key }: UnionOrganization,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly UnionDepartment[]> {
    const listing = { by: 'organization', filters: heldOnDay(asOf), order: BY_NAME };
    return read.whole(UnionDepartment, listing, key);
  }

  @FieldResolver(() => [UnionSuccession], {
    description: both('Các bước kế tiếp từ tổ chức này', 'The steps that lead on from it.'),
  })
  successors(
    @Root() { key }: UnionOrganization,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly UnionSuccession[]> {
    return read.whole(UnionSuccession, { by: 'from', filters: [], order: by('effectiveOn') }, key);
  }

  @FieldResolver(() => [UnionHandover], {
    description: both(
      'Các lần chuyển toàn bộ công đoàn cấp dưới của tổ chức này sang tổ chức khác',
      'When all unions right below it went over to another.',
    ),
  })
  handovers(
    @Root() { key }: UnionOrganization,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly UnionHandover[]> {
    return read.whole(UnionHandover, { by: 'from', filters: [], order: by('effectiveOn') }, key);
  }

  @FieldResolver(() => [UnionSuccession], {
    description: both('Các bước kế tiếp dẫn đến tổ chức này', 'The steps that led to it.'),
  })
  predecessors(
    @Root() { key }: UnionOrganization,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly UnionSuccession[]> {
    return read.whole(UnionSuccession, { by: 'to', filters: [], order: by('effectiveOn') }, key);
  }
}

/** Reads which unions are responsible for an administrative unit. */
@Resolver(() => AdministrativeUnit)
export class UnitJurisdictionsResolver {
  @FieldResolver(() => [UnionJurisdiction], {
    description: both(
      'Các tổ chức công đoàn phụ trách chính đơn vị này vào ngày đó',
      'The unions that are responsible for this very unit on that day.',
    ),
  })
  unionJurisdictions(
    @Root() unit: AdministrativeUnit,
    @Args(() => OnDayArgs) { asOf }: OnDayArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<readonly UnionJurisdiction[]> {
    const filters = heldOnDay(dayMeant(unit, asOf, today));
    return read.whole(UnionJurisdiction, { by: 'unit', filters, order: BY_KEY }, unit.key);
  }
}
