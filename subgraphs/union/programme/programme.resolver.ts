import { both } from '../../../schema/contract/text.js';
import { refText } from '../../shared/database/refs.js';
import { AsOfArgs } from '../../shared/as-of.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has, heldOnDay } from '../../shared/reading/filter.js';
import { BY_NAME } from '../../shared/reading/orders.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { UnionProgramme, UnionProgrammeKind } from './union-programme.entity.js';
import { WelfareProgramme, WelfareProgrammeKind } from './welfare-programme.entity.js';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';

const WelfareProgrammeConnection = connectionOf(WelfareProgramme);
const UnionProgrammeConnection = connectionOf(UnionProgramme);

/** Which welfare programmes a list holds. */
@ArgsType()
class WelfareFilter extends AsOfArgs {
  @Field(() => WelfareProgrammeKind, {
    nullable: true,
    description: both('Chỉ loại chương trình này', 'Of this kind only.'),
  })
  readonly kind?: WelfareProgrammeKind;
}

/** Which programmes a list holds. */
@ArgsType()
class ProgrammeFilter extends AsOfArgs {
  @Field(() => UnionProgrammeKind, {
    nullable: true,
    description: both('Chỉ loại này', 'Of this kind only.'),
  })
  readonly kind?: UnionProgrammeKind;
}

/** Reads what a union undertakes. */
@Resolver(() => UnionOrganization)
export class OrganizationProgrammesResolver {
  @FieldResolver(() => WelfareProgrammeConnection, {
    description: both('Các chương trình phúc lợi', 'The welfare programmes that it carries out, by name.'),
  })
  welfareProgrammes(
    @Root() { key }: UnionOrganization,
    @Args(() => WelfareFilter) { asOf, kind }: WelfareFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<WelfareProgramme>> {
    const filters = [...heldOnDay(asOf), ...has('kind', kind)];
    const listing = { by: 'organizations', filters, order: BY_NAME };
    const parent = refText({ type: 'UnionOrganization', key });
    return read.page(WelfareProgramme, { listing, page, parent });
  }

  @FieldResolver(() => UnionProgrammeConnection, {
    description: both(
      'Chương trình, cuộc vận động, kế hoạch hằng năm',
      'Its programmes, campaigns and yearly plans, by name.',
    ),
  })
  programmes(
    @Root() { key }: UnionOrganization,
    @Args(() => ProgrammeFilter) { asOf, kind }: ProgrammeFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<UnionProgramme>> {
    const filters = [...heldOnDay(asOf), ...has('kind', kind)];
    const listing = { by: 'organization', filters, order: BY_NAME };
    return read.page(UnionProgramme, { listing, page, parent: key });
  }
}
