import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has, heldOnDay, named, pointsAt } from '../../shared/reading/filter.js';
import { BY_NAME } from '../../shared/reading/orders.js';
import { AdministrativeUnit } from '../borrowed.js';
import { Organization, organizationOf, type AnyOrganization } from '../organization.js';
import { steps } from '../police/succession.resolver.js';
import { PublicBodySuccession } from './public-body-succession.entity.js';
import { PublicBody, PublicBodyKind } from './public-body.entity.js';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const PublicBodyConnection = connectionOf(PublicBody);

/** Which public bodies a list holds. */
@ArgsType()
class PublicBodyFilter extends AsOfArgs {
  @Field(() => PublicBodyKind, { nullable: true, description: both('Chỉ loại này', 'Of this kind only.') })
  readonly kind?: PublicBodyKind;

  @Field(() => ID, {
    nullable: true,
    description: both('Của đơn vị hành chính này', 'Of this administrative unit.'),
  })
  readonly territory?: string;

  @Field(() => String, {
    nullable: true,
    description: both('Tên có các từ bắt đầu bằng', 'With words in the name that begin so.'),
  })
  readonly name?: string;
}

/** Reads the public bodies and how they are ordered. */
@Resolver(() => PublicBody)
export class PublicBodyResolver {
  @Query(() => PublicBody, {
    nullable: true,
    description: both('Một cơ quan, tổ chức', 'One public body.'),
  })
  publicBody(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<PublicBody | null> {
    return read.byKey(PublicBody, keyOf('PublicBody', id));
  }

  @Query(() => PublicBodyConnection, {
    nullable: true,
    description: both(
      'Các cơ quan, tổ chức; không có asOf thì gồm mọi thời kỳ',
      'Public bodies; without asOf those of all times.',
    ),
  })
  publicBodies(
    @Args() { asOf, kind, territory, name }: PublicBodyFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<PublicBody>> {
    const filters = [
      ...heldOnDay(asOf),
      ...has('kind', kind),
      ...pointsAt('territory', territory, ['AdministrativeUnit']),
      ...named(name),
    ];
    return read.page(PublicBody, { listing: { filters, order: BY_NAME }, page });
  }

  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both('Địa bàn; trống với cơ quan trung ương', 'Its territory; null for a national body.'),
  })
  territory(@Root() { territory }: PublicBody): Borrowed | null {
    return territory === null ? null : borrowRef(territory);
  }

  @FieldResolver(() => PublicBody, {
    nullable: true,
    description: both('Cơ quan mà đơn vị này trực thuộc', 'The body that it is a unit of.'),
  })
  async parent(@Root() { parent }: PublicBody, @Ctx() { read }: SubgraphContext): Promise<PublicBody | null> {
    return parent === null ? null : read.byKey(PublicBody, parent);
  }

  @FieldResolver(() => PublicBodyConnection, {
    description: both(
      'Các đơn vị trực thuộc; không có asOf thì gồm mọi thời kỳ',
      'Its units; without asOf those of all times.',
    ),
  })
  units(
    @Root() { key }: PublicBody,
    @Args() { asOf }: AsOfArgs,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<PublicBody>> {
    const listing = { by: 'parent', filters: heldOnDay(asOf), order: BY_NAME };
    return read.page(PublicBody, { listing, page, parent: key });
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Cơ quan thường trực', 'The organisation that runs its standing office.'),
  })
  standingAgency(
    @Root() { standingAgency }: PublicBody,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AnyOrganization | null> {
    return organizationOf(read, standingAgency);
  }

  @FieldResolver(() => [PublicBodySuccession], {
    description: both('Các bước kế tiếp từ cơ quan này', 'The steps that lead on from it.'),
  })
  successors(
    @Root() { key }: PublicBody,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly PublicBodySuccession[]> {
    return read.whole(PublicBodySuccession, steps('from'), key);
  }

  @FieldResolver(() => [PublicBodySuccession], {
    description: both('Các bước kế tiếp dẫn đến cơ quan này', 'The steps that led to it.'),
  })
  predecessors(
    @Root() { key }: PublicBody,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly PublicBodySuccession[]> {
    return read.whole(PublicBodySuccession, steps('to'), key);
  }
}
