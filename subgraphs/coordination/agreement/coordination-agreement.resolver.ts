import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { TodayArgs } from '../../shared/as-of.js';
import type { SubgraphContext } from '../../shared/context.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { has, lists, named } from '../../shared/reading/filter.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { readRefs } from '../../shared/reading/refs.js';
import { Document } from '../document/document.entity.js';
import { OfficeHolding } from '../official/office-holding.entity.js';
import { Organization, organizationsOf, type AnyOrganization } from '../organization.js';
import { AgreementState } from './agreement-kind.js';
import { hasKnownEnd, stateOn } from './agreement-state.js';
import { AgreementFilter, boundOn, BY_SIGNING, CoordinationAgreementConnection } from './agreement-list.js';
import { CoordinationAgreement } from './coordination-agreement.entity.js';
import { DerivedDuration, durationBetween } from './duration.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

/** Reads what agencies agreed to do together. */
@Resolver(() => CoordinationAgreement)
export class CoordinationAgreementResolver {
  @Query(() => CoordinationAgreement, {
    nullable: true,
    description: both('Một thỏa thuận phối hợp', 'One agreement.'),
  })
  coordinationAgreement(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<CoordinationAgreement | null> {
    return read.byKey(CoordinationAgreement, keyOf('CoordinationAgreement', id));
  }

  @Query(() => CoordinationAgreementConnection, {
    nullable: true,
    description: both(
      'Các thỏa thuận phối hợp, ký trước đứng trước; không có asOf thì gồm mọi thời kỳ',
      'Agreements, earliest first; without asOf those of all times.',
    ),
  })
  coordinationAgreements(
    @Args() { asOf, kind, party, name }: AgreementFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<CoordinationAgreement>> {
    const parties = lists('parties', party, ORGANIZATION_TYPES);
    const filters = [...boundOn(asOf), ...has('kind', kind), ...parties, ...named(name)];
    return read.page(CoordinationAgreement, { listing: { filters, order: BY_SIGNING }, page });
  }

  @FieldResolver(() => [Organization], {
    nullable: true,
    description: both('Các bên', 'The organisations that agreed.'),
  })
  parties(
    @Root() { parties }: CoordinationAgreement,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly AnyOrganization[]> {
    return organizationsOf(read, parties);
  }

  @FieldResolver(() => [OfficeHolding], {
    description: both(
      'Người ký, theo chức vụ khi ký; rỗng khi không rõ',
      'Those who signed it, by the office they held; empty when not known.',
    ),
  })
  signatories(
    @Root() { signatories }: CoordinationAgreement,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly OfficeHolding[]> {
    return readRefs(read, OfficeHolding, signatories);
  }

  @FieldResolver(() => Document, {
    nullable: true,
    description: both('Văn bản ghi nhận thỏa thuận', 'The document that puts it on paper.'),
  })
  async document(
    @Root() { document }: CoordinationAgreement,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Document | null> {
    return document === null ? null : read.byKey(Document, document);
  }

  @FieldResolver(() => CoordinationAgreement, {
    nullable: true,
    description: both('Thỏa thuận mà nó thay', 'The agreement that it took the place of.'),
  })
  async supersedes(
    @Root() { supersedes }: CoordinationAgreement,
    @Ctx() { read }: SubgraphContext,
  ): Promise<CoordinationAgreement | null> {
    return supersedes === null ? null : read.byKey(CoordinationAgreement, supersedes);
  }

  @FieldResolver(() => CoordinationAgreement, {
    nullable: true,
    description: both('Thỏa thuận đã thay nó', 'The agreement that took its place.'),
  })
  async supersededBy(
    @Root() { key }: CoordinationAgreement,
    @Ctx() { read }: SubgraphContext,
  ): Promise<CoordinationAgreement | null> {
    const listing = { by: 'supersedes', filters: [], order: BY_KEY };
    const [successor] = await read.whole(CoordinationAgreement, listing, key);
    return successor ?? null;
  }

  @FieldResolver(() => AgreementState, {
    description: both(
      'Trạng thái vào ngày asOf; bỏ trống là hôm nay',
      'Where it stands in its life on the day asOf; today when not said.',
    ),
  })
  state(
    @Root() agreement: CoordinationAgreement,
    @Args() { asOf }: TodayArgs,
    @Ctx() { today }: SubgraphContext,
  ): AgreementState {
    return stateOn(agreement, asOf ?? today);
  }

  @FieldResolver(() => DerivedDuration, {
    nullable: true,
    description: both(
      'Thời gian có hiệu lực tính đến ngày asOf (mặc định hôm nay), hoặc đến khi hết hiệu lực nếu sớm hơn',
      'How long it had held by asOf (today when not said), or in all when it had ended before; computed.',
    ),
  })
  duration(
    @Root() { validFrom, validTo, state }: CoordinationAgreement,
    @Args() { asOf }: TodayArgs,
    @Ctx() { today }: SubgraphContext,
  ): DerivedDuration | null {
    if (validFrom === null || !hasKnownEnd({ validTo, state })) return null;
    const day = asOf ?? today;
    return durationBetween(validFrom, validTo !== null && validTo < day ? validTo : day);
  }
}
