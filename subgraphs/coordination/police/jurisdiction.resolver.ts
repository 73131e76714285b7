import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { heldOnDay } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import type { Reader } from '../../shared/reading/reader.js';
import { readKeys } from '../../shared/reading/refs.js';
import { AdministrativeUnit, Enterprise } from '../borrowed.js';
import { PoliceJurisdiction } from './police-jurisdiction.entity.js';
import { PoliceOrganization } from './police-organization.entity.js';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

/** Reads both ends of a jurisdiction. */
@Resolver(() => PoliceJurisdiction)
export class PoliceJurisdictionResolver {
  @FieldResolver(() => PoliceOrganization, {
    nullable: true,
    description: both('Tổ chức công an', 'The police organisation.'),
  })
  police(
    @Root() { police }: PoliceJurisdiction,
    @Ctx() { read }: SubgraphContext,
  ): Promise<PoliceOrganization | null> {
    return read.byKey(PoliceOrganization, police);
  }

  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both('Đơn vị hành chính', 'The administrative unit.'),
  })
  unit(@Root() { unit }: PoliceJurisdiction): Borrowed {
    return borrowRef(unit);
  }
}

/** Leads from a territory to its police. */
@Resolver(() => AdministrativeUnit)
export class TerritoryPoliceResolver {
  @FieldResolver(() => [PoliceOrganization], {
    nullable: true,
    description: both(
      'Các tổ chức công an phụ trách địa bàn; không có asOf thì gồm mọi thời kỳ',
      'The police organisations in charge of it; without asOf those of all times.',
    ),
  })
  policeOrganizations(
    @Root() { id }: AdministrativeUnit,
    @Args() { asOf }: AsOfArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly PoliceOrganization[]> {
    return policeOf(read, { unit: id, asOf });
  }
}

/** Leads from an enterprise to the police of its place. */
@Resolver(() => Enterprise)
export class EnterprisePoliceResolver {
  @Directive('@requires(fields: "unit { id }")')
  @FieldResolver(() => [PoliceOrganization], {
    nullable: true,
    description: both(
      'Các tổ chức công an phụ trách địa bàn của doanh nghiệp; không có asOf thì gồm mọi thời kỳ',
      'The police organisations in charge of where it stands; without asOf those of all times.',
    ),
  })
  async policeOrganizations(
    @Root() { unit }: Enterprise,
    @Args() { asOf }: AsOfArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly PoliceOrganization[]> {
    return unit ? policeOf(read, { unit: unit.id, asOf }) : [];
  }
}

interface Place extends AsOfArgs {
  /** Id of the administrative unit. */
  readonly unit: string;
}

async function policeOf(read: Reader, { unit, asOf }: Place): Promise<readonly PoliceOrganization[]> {
  const listing = { by: 'unit', filters: heldOnDay(asOf), order: by('validFrom') };
  const jurisdictions = await read.whole(PoliceJurisdiction, listing, refOfId(unit));
  return readKeys(
    read,
    PoliceOrganization,
    jurisdictions.map(({ police }) => police),
  );
}
