import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { PageArgs } from '../../shared/page.js';
import { UnionOrganization } from '../borrowed.js';
import { Organization, organizationsOf, type AnyOrganization } from '../organization.js';
import { PoliceOrganization } from '../police/police-organization.entity.js';
import { PublicBody } from '../public-body/public-body.entity.js';
import {
  applicableAgreements,
  ApplicableAgreementConnection,
  ApplicableAgreementEdge,
  type AgreementPage,
  withThoseAbove,
} from './applicable-agreements.js';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

const DESCRIPTION = both(
  'Các thỏa thuận mà tổ chức này hoặc cấp trên của nó là một bên; asOf: có hiệu lực ngày đó, bỏ trống: mọi thời kỳ',
  'The agreements to which it or one above it is a party: in force on asOf, else of all times.',
);

/** Leads from a union organisation to the agreements that bind it. */
@Resolver(() => UnionOrganization)
export class UnionAgreementsResolver {
  @Directive('@requires(fields: "ancestors { id }")')
  @FieldResolver(() => ApplicableAgreementConnection, { nullable: true, description: DESCRIPTION })
  agreements(
    @Root() { id, ancestors }: UnionOrganization,
    @Args() { asOf }: AsOfArgs,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AgreementPage> {
    const organizations = [id, ...ancestors.map((above) => above.id)].map(refOfId);
    return applicableAgreements(read, { organizations, asOf, page });
  }
}

/** Leads from a police organisation to the agreements that bind it. */
@Resolver(() => PoliceOrganization)
export class PoliceAgreementsResolver {
  @FieldResolver(() => ApplicableAgreementConnection, { description: DESCRIPTION })
  async agreements(
    @Root() record: PoliceOrganization,
    @Args() { asOf }: AsOfArgs,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AgreementPage> {
    const climb = { type: PoliceOrganization, record, above: (below: PoliceOrganization) => below.superior };
    return applicableAgreements(read, { organizations: await withThoseAbove(read, climb), asOf, page });
  }
}

/** Leads from a public body to the agreements that bind it. */
@Resolver(() => PublicBody)
export class PublicBodyAgreementsResolver {
  @FieldResolver(() => ApplicableAgreementConnection, { description: DESCRIPTION })
  async agreements(
    @Root() record: PublicBody,
    @Args() { asOf }: AsOfArgs,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AgreementPage> {
    const climb = { type: PublicBody, record, above: (below: PublicBody) => below.parent };
    return applicableAgreements(read, { organizations: await withThoseAbove(read, climb), asOf, page });
  }
}

/** Tells through whom an agreement binds an organisation. */
@Resolver(() => ApplicableAgreementEdge)
export class ApplicableAgreementEdgeResolver {
  @FieldResolver(() => [Organization], {
    nullable: true,
    description: both(
      'Các bên mà qua đó thỏa thuận áp dụng: chính tổ chức này hoặc cấp trên',
      'The parties through which it binds: the organisation itself, or those above it.',
    ),
  })
  appliesThrough(
    @Root() { through }: ApplicableAgreementEdge,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly AnyOrganization[]> {
    return organizationsOf(read, through);
  }
}
