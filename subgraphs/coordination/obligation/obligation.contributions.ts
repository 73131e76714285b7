import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { requireRole } from '../../shared/rights/require-role.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { UnionOrganization } from '../borrowed.js';
import { PoliceOrganization } from '../police/police-organization.entity.js';
import { PublicBody } from '../public-body/public-body.entity.js';
import {
  ObligationFilter,
  obligationsBy,
  OWED_BY_OR_TO,
  ReportingObligationConnection,
} from './obligation-list.js';
import { OBLIGATION_OFFICERS } from './obligation-state.js';
import { ReportingObligation } from './reporting-obligation.entity.js';
import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';

/** An organisation of any agency, by its id. */
interface Organized {
  readonly id: string;
}

/** Adds to an organisation what it owes and is owed. */
function owing(organization: ClassType<Organized>) {
  @Resolver(() => organization)
  class OwingResolver {
    @NeedsScope('coordination:read')
    @FieldResolver(() => ReportingObligationConnection, {
      nullable: true,
      description: both(
        'Nghĩa vụ báo cáo của tổ chức này hoặc với tổ chức này, trong phạm vi của bạn',
        'Reports that it owes or is owed, in your scope.',
      ),
    })
    async reportingObligations(
      @Root() { id }: Organized,
      @Args() asked: ObligationFilter,
      @Args() page: PageArgs,
      @Ctx() context: SubgraphContext,
    ): Promise<Connection<ReportingObligation>> {
      await requireRole(context, 'reportingObligations', OBLIGATION_OFFICERS);
      const listing = await obligationsBy(OWED_BY_OR_TO, asked, context);
      return context.read.page(ReportingObligation, { listing, page, parent: refOfId(id) });
    }
  }
  return OwingResolver;
}

/** What reporting obligations add to the organisations of every agency. */
export const obligationContributions = [UnionOrganization, PoliceOrganization, PublicBody].map(owing);
