import { both } from '../../../schema/contract/text.js';
import { OnDayArgs, TodayArgs } from '../../shared/as-of.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { heldOnDay } from '../../shared/reading/filter.js';
import { readKeys } from '../../shared/reading/refs.js';
import { BY_KEY, BY_NAME } from '../../shared/reading/orders.js';
import { dayMeant } from '../../shared/values/validity.js';
import { OrganizationParent } from './organization-parent.entity.js';
import { atWorkOn } from './union-filter.js';
import { UnionOrganization } from './union-organization.entity.js';
import { UnionOrganizationConnection } from './union-organization.resolver.js';
import { statusOn, UnionStatus } from './union-status.js';
import { unionsAbove } from './unions-above.js';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Reads where a union stands among the others, and whether it is at work. */
@Resolver(() => UnionOrganization)
export class UnionHierarchyResolver {
  @FieldResolver(() => UnionStatus, {
    description: both(
      'Trạng thái vào ngày asOf; bỏ trống là hôm nay',
      'Status on the day asOf; today when not said.',
    ),
  })
  status(
    @Root() union: UnionOrganization,
    @Args(() => TodayArgs) { asOf }: TodayArgs,
    @Ctx() { today }: SubgraphContext,
  ): UnionStatus {
    return statusOn(union, asOf ?? today);
  }

  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Công đoàn cấp trên trực tiếp vào ngày đó', 'The union right above it on that day.'),
  })
  async parent(
    @Root() union: UnionOrganization,
    @Args(() => OnDayArgs) { asOf }: OnDayArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<UnionOrganization | null> {
    const filters = heldOnDay(dayMeant(union, asOf, today));
    const [above] = await read.whole(OrganizationParent, { by: 'child', filters, order: BY_KEY }, union.key);
    return above ? read.byKey(UnionOrganization, above.parent) : null;
  }

  @FieldResolver(() => UnionOrganizationConnection, {
    description: both(
      'Công đoàn cấp dưới trực tiếp vào ngày đó',
      'The unions right below it on that day, by name.',
    ),
  })
  children(
    @Root() union: UnionOrganization,
    @Args(() => OnDayArgs) { asOf }: OnDayArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<Connection<UnionOrganization>> {
    const heldOn = dayMeant(union, asOf, today);
    const by = { table: 'organization_parent', child: 'child_key', parent: 'parent_key', heldOn };
    const listing = { by, filters: atWorkOn(heldOn), order: BY_NAME };
    return read.page(UnionOrganization, { listing, page, parent: union.key });
  }

  @FieldResolver(() => [UnionOrganization], {
    description: both(
      'Mọi công đoàn cấp trên, gần nhất trước; vào hôm nay hoặc ngày cuối còn hoạt động',
      'All unions above it, the nearest first; today, or on its last day.',
    ),
  })
  async ancestors(
    @Root() union: UnionOrganization,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<readonly UnionOrganization[]> {
    const keys = await unionsAbove(read, { key: union.key, day: dayMeant(union, undefined, today) });
    return readKeys(read, UnionOrganization, keys);
  }
}
