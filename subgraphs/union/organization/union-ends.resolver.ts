import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { IndustrialZone } from '../zone/industrial-zone.entity.js';
import { UnionDepartment } from './union-department.entity.js';
import { UnionHandover } from './union-handover.entity.js';
import { UnionJurisdiction } from './union-jurisdiction.entity.js';
import { UnionOrganization } from './union-organization.entity.js';
import { UnionSuccession } from './union-succession.entity.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Reads both ends of a responsibility. */
@Resolver(() => UnionJurisdiction)
export class UnionJurisdictionResolver {
  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Tổ chức công đoàn', 'The union.'),
  })
  organization(
    @Root() { organization }: UnionJurisdiction,
    @Ctx() { read }: SubgraphContext,
  ): Promise<UnionOrganization | null> {
    return read.byKey(UnionOrganization, organization);
  }

  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both('Đơn vị hành chính; trống khi là một khu', 'The unit; null when it is a zone.'),
  })
  async unit(
    @Root() { unit }: UnionJurisdiction,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AdministrativeUnit | null> {
    return unit === null ? null : read.byKey(AdministrativeUnit, unit);
  }

  @FieldResolver(() => IndustrialZone, {
    nullable: true,
    description: both('Khu; trống khi là đơn vị hành chính', 'The zone; null when it is a unit.'),
  })
  async zone(
    @Root() { zone }: UnionJurisdiction,
    @Ctx() { read }: SubgraphContext,
  ): Promise<IndustrialZone | null> {
    return zone === null ? null : read.byKey(IndustrialZone, zone);
  }
}

/** Reads both ends of a step from one union to another. */
@Resolver(() => UnionSuccession)
export class UnionSuccessionResolver {
  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Tổ chức trước', 'The union before.'),
  })
  from(
    @Root() { from }: UnionSuccession,
    @Ctx() { read }: SubgraphContext,
  ): Promise<UnionOrganization | null> {
    return read.byKey(UnionOrganization, from);
  }

  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Tổ chức sau', 'The union after.'),
  })
  to(@Root() { to }: UnionSuccession, @Ctx() { read }: SubgraphContext): Promise<UnionOrganization | null> {
    return read.byKey(UnionOrganization, to);
  }
}

/** Reads both ends of a handover. */
@Resolver(() => UnionHandover)
export class UnionHandoverResolver {
  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Tổ chức chuyển', 'The union that they left.'),
  })
  from(@Root() { from }: UnionHandover, @Ctx() { read }: SubgraphContext): Promise<UnionOrganization | null> {
    return read.byKey(UnionOrganization, from);
  }

  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Tổ chức nhận', 'The union that took them.'),
  })
  to(@Root() { to }: UnionHandover, @Ctx() { read }: SubgraphContext): Promise<UnionOrganization | null> {
    return read.byKey(UnionOrganization, to);
  }
}

/** Reads whose part a department is. */
@Resolver(() => UnionDepartment)
export class UnionDepartmentResolver {
  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Thuộc tổ chức công đoàn nào', 'The union of which it is a part.'),
  })
  organization(
    @Root() { organization }: UnionDepartment,
    @Ctx() { read }: SubgraphContext,
  ): Promise<UnionOrganization | null> {
    return read.byKey(UnionOrganization, organization);
  }
}
