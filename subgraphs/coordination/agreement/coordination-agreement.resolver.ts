import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { has, heldOnDay, lists, named } from '../../shared/reading/filter.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { Document } from '../document/document.entity.js';
import { OfficeHolding } from '../official/office-holding.entity.js';
import { Organization, organizationsOf, type AnyOrganization } from '../organization.js';
import { AgreementState } from './agreement-kind.js';
import { AgreementFilter, BY_SIGNING, CoordinationAgreementConnection } from './agreement-list.js';
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
    const filters = [...heldOnDay(asOf), ...has('kind', kind), ...lists('parties', party), ...named(name)];
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
  async signatories(
    @Root() { signatories }: CoordinationAgreement,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly OfficeHolding[]> {
    const found = await Promise.all(signatories.map((ref) => read.byRef(OfficeHolding, ref)));
    return found.filter((holding) => holding !== null);
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

  @FieldResolver(() => DerivedDuration, {
    nullable: true,
    description: both(
      'Thời gian có hiệu lực, tính đến khi hết hiệu lực hoặc đến ngày asOf (mặc định hôm nay)',
      'How long it held, computed up to its end, or up to asOf (today) while it is in force.',
    ),
  })
  duration(
    @Root() { validFrom, validTo, state }: CoordinationAgreement,
    @Args() { asOf }: AsOfArgs,
    @Ctx() { today }: SubgraphContext,
  ): DerivedDuration | null {
    const until = validTo ?? (RUNNING.has(state) ? (asOf ?? today) : null);
    return validFrom && until ? durationBetween(validFrom, until) : null;
  }
}

/** States in which an agreement without an end still holds. */
const RUNNING: ReadonlySet<AgreementState> = new Set([AgreementState.IN_FORCE, AgreementState.AMENDED]);
