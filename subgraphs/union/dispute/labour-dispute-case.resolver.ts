import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, Direction, PageArgs, type Connection } from '../../shared/page.js';
import { BY_KEY, by } from '../../shared/reading/orders.js';
import { requireRole } from '../../shared/rights/require-role.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { Enterprise } from '../enterprise/enterprise.entity.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { Claim } from './claim.entity.js';
import { conditionsOf, DisputeFilter, DisputeSearch, searchedBy } from './dispute-filter.js';
import { DISPUTE_OFFICERS } from './dispute-steps.js';
import { LabourDisputeCase } from './labour-dispute-case.entity.js';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const LabourDisputeCaseConnection = connectionOf(LabourDisputeCase);

const NEWEST_FIRST = by('startedOn', Direction.DESC);

/** Reads dispute cases, for officers of the union in whose scope they are. */
@Resolver(() => LabourDisputeCase)
export class LabourDisputeCaseResolver {
  @Directive('@tag(name: "apart-from/tips-of-a-place")')
  @NeedsScope('disputes:read')
  @Query(() => LabourDisputeCase, {
    nullable: true,
    description: both(
      'Một vụ tranh chấp lao động trong phạm vi của bạn; chỉ dành cho cán bộ công đoàn',
      'One labour dispute case in your scope; for officers of the union alone.',
    ),
  })
  async labourDisputeCase(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<LabourDisputeCase | null> {
    await requireRole(context, 'labourDisputeCase', DISPUTE_OFFICERS);
    return context.read.byKey(LabourDisputeCase, keyOf('LabourDisputeCase', id));
  }

  @Directive('@tag(name: "apart-from/tips-of-a-place")')
  @NeedsScope('disputes:read')
  @Query(() => LabourDisputeCaseConnection, {
    nullable: true,
    description: both(
      'Các vụ tranh chấp lao động trong phạm vi của bạn, mới nhất trước; chỉ dành cho cán bộ công đoàn',
      'Labour dispute cases in your scope, newest first; for officers of the union alone.',
    ),
  })
  async labourDisputeCases(
    @Args(() => DisputeSearch) asked: DisputeSearch,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<LabourDisputeCase>> {
    await requireRole(context, 'labourDisputeCases', DISPUTE_OFFICERS);
    const listing = { filters: searchedBy(asked), order: NEWEST_FIRST };
    return context.read.page(LabourDisputeCase, { listing, page });
  }

  @Directive('@tag(name: "apart-from/tips-of-a-place")')
  @NeedsScope('disputes:read')
  @FieldResolver(() => Enterprise, { nullable: true, description: both('Doanh nghiệp', 'The enterprise.') })
  enterprise(
    @Root() { enterprise }: LabourDisputeCase,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Enterprise | null> {
    return read.byKey(Enterprise, enterprise);
  }

  @Directive('@tag(name: "apart-from/tips-of-a-place")')
  @NeedsScope('disputes:read')
  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Tổ chức công đoàn thụ lý', 'The union organisation that handles it.'),
  })
  handlingUnion(
    @Root() { handlingUnion }: LabourDisputeCase,
    @Ctx() { read }: SubgraphContext,
  ): Promise<UnionOrganization | null> {
    return read.byKey(UnionOrganization, handlingUnion);
  }

  @Directive('@tag(name: "apart-from/tips-of-a-place")')
  @NeedsScope('disputes:read')
  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both('Tỉnh, thành phố vào ngày bắt đầu', 'The province, as it was on the first day.'),
  })
  province(
    @Root() { province }: LabourDisputeCase,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AdministrativeUnit | null> {
    return read.byKey(AdministrativeUnit, province);
  }

  @Directive('@tag(name: "apart-from/tips-of-a-place")')
  @NeedsScope('disputes:read')
  @FieldResolver(() => [Claim], { description: both('Các yêu cầu', 'What is claimed.') })
  claims(@Root() { key }: LabourDisputeCase, @Ctx() { read }: SubgraphContext): Promise<readonly Claim[]> {
    return read.whole(Claim, { by: 'disputeCase', filters: [], order: BY_KEY }, key);
  }
}

/** Leads from a claim back to its case. */
@Resolver(() => Claim)
export class ClaimResolver {
  @FieldResolver(() => LabourDisputeCase, { nullable: true, description: both('Vụ việc', 'Its case.') })
  disputeCase(
    @Root() { disputeCase }: Claim,
    @Ctx() { read }: SubgraphContext,
  ): Promise<LabourDisputeCase | null> {
    return read.byKey(LabourDisputeCase, disputeCase);
  }
}

/** Adds to an enterprise its dispute cases, for the same officers. */
@Resolver(() => Enterprise)
export class EnterpriseDisputesResolver {
  @Directive('@tag(name: "apart-from/tips-of-a-place")')
  @NeedsScope('disputes:read')
  @FieldResolver(() => LabourDisputeCaseConnection, {
    nullable: true,
    description: both(
      'Các vụ tranh chấp lao động trong phạm vi của bạn, mới nhất trước; chỉ dành cho cán bộ công đoàn',
      'Its labour dispute cases in your scope, newest first; for officers of the union alone.',
    ),
  })
  async disputeCases(
    @Root() { key }: Enterprise,
    @Args(() => DisputeFilter) asked: DisputeFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<LabourDisputeCase>> {
    await requireRole(context, 'disputeCases', DISPUTE_OFFICERS);
    const listing = { by: 'enterprise', filters: conditionsOf(asked), order: NEWEST_FIRST };
    return context.read.page(LabourDisputeCase, { listing, page, parent: key });
  }
}
