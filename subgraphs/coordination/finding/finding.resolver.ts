import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { askedRef, isGiven } from '../../shared/reading/asked.js';
import { has } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import { UnionOrganization } from '../borrowed.js';
import { Organization, organizationsOf, type AnyOrganization } from '../organization.js';
import { FindingKind } from './finding-vocabulary.js';
import { Finding } from './finding.entity.js';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const FindingConnection = connectionOf(Finding);

/** Which findings of an organisation a list holds. */
@ArgsType()
class FindingFilter {
  @Field(() => FindingKind, { nullable: true, description: both('Chỉ loại này', 'Of this kind only.') })
  readonly kind?: FindingKind;
}

/** Which findings the list of all holds. */
@ArgsType()
class FindingsFilter extends FindingFilter {
  @Field(() => ID, {
    nullable: true,
    description: both('Mã tổ chức được nói đến', 'About or addressed to this organisation: its id.'),
  })
  readonly organization?: string;
}

/** Reads what reports and speeches concluded. */
@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => Finding, { nullable: true, description: both('Một nhận định', 'One finding.') })
  finding(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Finding | null> {
    return read.byKey(Finding, keyOf('Finding', id));
  }

  @Query(() => FindingConnection, {
    nullable: true,
    description: both(
      'Các nhận định, theo thứ tự trong nguồn',
      'The findings, by their numbers in the sources.',
    ),
  })
  findings(
    @Args() { kind, organization }: FindingsFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Finding>> {
    const parent = isGiven(organization) ? askedRef(organization, ORGANIZATION_TYPES) : undefined;
    return read.page(Finding, { listing: findingsOf(kind, parent), page, parent });
  }

  @FieldResolver(() => [Organization], {
    nullable: 'items',
    description: both('Các tổ chức được nói đến', 'Whom it is about or addressed to.'),
  })
  organizations(
    @Root() { organizations }: Finding,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly AnyOrganization[]> {
    return organizationsOf(read, organizations);
  }
}

/** Adds to a union organisation the findings about it. */
@Resolver(() => UnionOrganization)
export class UnionFindingsResolver {
  @FieldResolver(() => FindingConnection, {
    nullable: true,
    description: both('Nhận định về tổ chức', 'What reports and speeches concluded about it.'),
  })
  findings(
    @Root() { id }: UnionOrganization,
    @Args() { kind }: FindingFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Finding>> {
    const parent = refOfId(id);
    return read.page(Finding, { listing: findingsOf(kind, parent), page, parent });
  }
}

function findingsOf(kind: FindingKind | undefined, organization: string | undefined) {
  const filters = has('kind', kind);
  return { by: organization && 'organizations', filters, order: by('ordinal') };
}
