import { refText } from '../../shared/database/refs.js';
import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { readRefs } from '../../shared/reading/refs.js';
import { Activity } from '../activity/activity.entity.js';
import { CoordinationAgreement } from '../agreement/coordination-agreement.entity.js';
import { BY_SIGNING, CoordinationAgreementConnection } from '../agreement/agreement-list.js';
import { BY_ISSUE, DocumentConnection } from '../document/document-list.js';
import { Document } from '../document/document.entity.js';
import { Organization, organizationOf, type AnyOrganization } from '../organization.js';
import { OfficeHolding } from './office-holding.entity.js';
import { NOT_VOIDED } from './holding-list.js';
import { Official } from './official.entity.js';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Reads an office held: by whom, where, and what was signed in it. */
@Resolver(() => OfficeHolding)
export class OfficeHoldingResolver {
  @FieldResolver(() => Official, {
    nullable: true,
    description: both('Người giữ chức vụ', 'The official.'),
  })
  official(@Root() { official }: OfficeHolding, @Ctx() { read }: SubgraphContext): Promise<Official | null> {
    return read.byKey(Official, official);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Tổ chức nơi giữ chức vụ', 'The organisation in which the office is held.'),
  })
  organization(
    @Root() { organization }: OfficeHolding,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AnyOrganization | null> {
    return organizationOf(read, organization);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Tổ chức đã hủy vì ghi nhầm', 'The organisation that voided it.'),
  })
  voidedBy(
    @Root() { voidedBy }: OfficeHolding,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AnyOrganization | null> {
    return organizationOf(read, voidedBy);
  }

  @FieldResolver(() => DocumentConnection, {
    description: both('Các văn bản đã ký với chức vụ này', 'The documents signed in this office.'),
  })
  signedDocuments(
    @Root() { key }: OfficeHolding,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Document>> {
    const listing = { by: 'signatories', filters: [], order: BY_ISSUE };
    return read.page(Document, { listing, page, parent: refText({ type: 'OfficeHolding', key }) });
  }

  @FieldResolver(() => CoordinationAgreementConnection, {
    description: both('Các thỏa thuận đã ký với chức vụ này', 'The agreements signed in this office.'),
  })
  signedAgreements(
    @Root() { key }: OfficeHolding,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<CoordinationAgreement>> {
    const listing = { by: 'signatories', filters: [], order: BY_SIGNING };
    return read.page(CoordinationAgreement, {
      listing,
      page,
      parent: refText({ type: 'OfficeHolding', key }),
    });
  }

  @FieldResolver(() => [Activity], {
    description: both(
      'Các hoạt động tham dự với chức vụ này',
      'The activities at which the official acted in this office.',
    ),
  })
  activities(
    @Root() { activities }: OfficeHolding,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly Activity[]> {
    return readRefs(read, Activity, activities);
  }
}

/** Leads from an activity to the officials who acted at it. */
@Resolver(() => Activity)
export class ActivityOfficialsResolver {
  @FieldResolver(() => [OfficeHolding], {
    description: both(
      'Những người tham dự với chức vụ của mình, theo nguồn',
      'The officials who acted at it, by the office they held.',
    ),
  })
  officials(@Root() { key }: Activity, @Ctx() { read }: SubgraphContext): Promise<readonly OfficeHolding[]> {
    const listing = { by: 'activities', filters: NOT_VOIDED, order: BY_KEY };
    return read.whole(OfficeHolding, listing, refText({ type: 'Activity', key }));
  }
}
