import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { heldOnDay } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import { Organization, UnionOrganization } from '../borrowed.js';
import { RecognitionStandard } from './recognition-standard.entity.js';
import { StandardTarget } from './standard-target.entity.js';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** A page of targets. */
export const StandardTargetConnection = connectionOf(StandardTarget);

/** Reads both ends of a target. */
@Resolver(() => StandardTarget)
export class StandardTargetResolver {
  @FieldResolver(() => RecognitionStandard, {
    nullable: true,
    description: both('Tiêu chuẩn', 'The standard.'),
  })
  standard(
    @Root() target: StandardTarget,
    @Ctx() { read }: SubgraphContext,
  ): Promise<RecognitionStandard | null> {
    return read.byKey(RecognitionStandard, target.standard);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Tổ chức đặt chỉ tiêu', 'The organisation that set itself the target.'),
  })
  organization(@Root() { organization }: StandardTarget): Borrowed {
    return borrowRef(organization);
  }
}

/** Adds to a union organisation the standards it strives for. */
@Resolver(() => UnionOrganization)
export class UnionStandardTargetResolver {
  @FieldResolver(() => StandardTargetConnection, {
    nullable: true,
    description: both(
      'Các tiêu chuẩn tổ chức đặt chỉ tiêu phấn đấu đạt',
      'Standards that it set itself the target of meeting.',
    ),
  })
  standardTargets(
    @Root() { id }: Borrowed,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<StandardTarget>> {
    const listing = { by: 'organization', filters: heldOnDay(asOf), order: by('validFrom') };
    return read.page(StandardTarget, { listing, page, parent: refOfId(id) });
  }
}
