import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PoliceOrganization } from '../borrowed.js';
import { CatalogueTerm } from '../catalogue/catalogue-term.entity.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { readRefs } from '../../shared/reading/refs.js';
import { UnionProgramme } from './union-programme.entity.js';
import { WelfareProgramme } from './welfare-programme.entity.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Reads who carries out a welfare programme, what it builds and where. */
@Resolver(() => WelfareProgramme)
export class WelfareProgrammeResolver {
  @FieldResolver(() => [UnionOrganization], {
    description: both('Các tổ chức thực hiện đã biết', 'Unions that are known to carry it out.'),
  })
  organizations(
    @Root() { organizations }: WelfareProgramme,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly UnionOrganization[]> {
    return readRefs(read, UnionOrganization, organizations);
  }

  @FieldResolver(() => [CatalogueTerm], {
    description: both('Các loại thiết chế được xây dựng', 'Kinds of facility that it builds.'),
  })
  facilityTypes(
    @Root() { facilityTypes }: WelfareProgramme,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly CatalogueTerm[]> {
    return readRefs(read, CatalogueTerm, facilityTypes);
  }

  @FieldResolver(() => [CatalogueTerm], {
    description: both('Các loại địa điểm triển khai', 'Kinds of place where it works.'),
  })
  placeTypes(
    @Root() { placeTypes }: WelfareProgramme,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly CatalogueTerm[]> {
    return readRefs(read, CatalogueTerm, placeTypes);
  }
}

/** Reads whose programme it is, and with which police organisations. */
@Resolver(() => UnionProgramme)
export class UnionProgrammeResolver {
  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Của tổ chức công đoàn nào', 'The union whose programme it is.'),
  })
  organization(
    @Root() { organization }: UnionProgramme,
    @Ctx() { read }: SubgraphContext,
  ): Promise<UnionOrganization | null> {
    return read.byKey(UnionOrganization, organization);
  }

  @FieldResolver(() => [PoliceOrganization], {
    nullable: 'items',
    description: both(
      'Các đơn vị công an cùng ban hành',
      'Police organisations that issue it together with the union.',
    ),
  })
  policePartners(@Root() { policePartners }: UnionProgramme): readonly Borrowed[] {
    return policePartners.map(borrowRef);
  }
}
