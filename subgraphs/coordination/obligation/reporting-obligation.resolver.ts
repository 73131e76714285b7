import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { askedRef, isGiven } from '../../shared/reading/asked.js';
import { requireRole } from '../../shared/rights/require-role.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { CoordinationAgreement } from '../agreement/coordination-agreement.entity.js';
import { Document } from '../document/document.entity.js';
import { Organization, organizationOf, type AnyOrganization } from '../organization.js';
import {
  ObligationsFilter,
  obligationsBy,
  OWED_BY_OR_TO,
  ReportingObligationConnection,
} from './obligation-list.js';
import { OBLIGATION_OFFICERS, ObligationState, stateOn } from './obligation-state.js';
import { ReportingObligation } from './reporting-obligation.entity.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

/** Reads who owes whom a report. */
@Resolver(() => ReportingObligation)
export class ReportingObligationResolver {
  @NeedsScope('coordination:read')
  @Query(() => ReportingObligation, {
    nullable: true,
    description: both('Một nghĩa vụ báo cáo', 'One reporting obligation; for officers of its two sides.'),
  })
  async reportingObligation(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<ReportingObligation | null> {
    await requireRole(context, 'reportingObligation', OBLIGATION_OFFICERS);
    return context.read.byKey(ReportingObligation, keyOf('ReportingObligation', id));
  }

  @NeedsScope('coordination:read')
  @Query(() => ReportingObligationConnection, {
    nullable: true,
    description: both(
      'Các nghĩa vụ báo cáo trong phạm vi của bạn, hạn sớm nhất trước',
      'Reporting obligations in your scope, the earliest due first.',
    ),
  })
  async reportingObligations(
    @Args() asked: ObligationsFilter,
    @Args() page: PageArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<ReportingObligation>> {
    await requireRole(context, 'reportingObligations', OBLIGATION_OFFICERS);
    const { organization } = asked;
    const parent = isGiven(organization) ? askedRef(organization, ORGANIZATION_TYPES) : undefined;
    const listing = await obligationsBy(parent && OWED_BY_OR_TO, asked, context);
    return context.read.page(ReportingObligation, { listing, page, parent });
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Tổ chức phải báo cáo', 'The organisation that owes the report.'),
  })
  reporter(
    @Root() { reporter }: ReportingObligation,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AnyOrganization | null> {
    return organizationOf(read, reporter);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Tổ chức nhận báo cáo', 'The organisation to which it is owed.'),
  })
  recipient(
    @Root() { recipient }: ReportingObligation,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AnyOrganization | null> {
    return organizationOf(read, recipient);
  }

  @FieldResolver(() => CoordinationAgreement, {
    nullable: true,
    description: both('Thỏa thuận làm căn cứ', 'The agreement under which it is owed.'),
  })
  async agreement(
    @Root() { agreement }: ReportingObligation,
    @Ctx() { read }: SubgraphContext,
  ): Promise<CoordinationAgreement | null> {
    return agreement === null ? null : read.byKey(CoordinationAgreement, agreement);
  }

  @FieldResolver(() => Document, {
    nullable: true,
    description: both('Văn bản làm căn cứ', 'The document under which it is owed.'),
  })
  async document(
    @Root() { document }: ReportingObligation,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Document | null> {
    return document === null ? null : read.byKey(Document, document);
  }

  @FieldResolver(() => Document, {
    nullable: true,
    description: both('Báo cáo đã nhận', 'The report, once received.'),
  })
  async report(
    @Root() { report }: ReportingObligation,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Document | null> {
    return report === null ? null : read.byKey(Document, report);
  }

  @FieldResolver(() => ObligationState, {
    description: both('Trạng thái hôm nay', 'Where it stands today.'),
  })
  state(@Root() obligation: ReportingObligation, @Ctx() { today }: SubgraphContext): ObligationState {
    return stateOn(obligation, today);
  }
}
