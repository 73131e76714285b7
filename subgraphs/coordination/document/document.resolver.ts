import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { isGiven } from '../../shared/reading/asked.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { readRefs } from '../../shared/reading/refs.js';
import { CoordinationAgreement } from '../agreement/coordination-agreement.entity.js';
import { OfficeHolding } from '../official/office-holding.entity.js';
import { Organization, organizationsOf, type AnyOrganization } from '../organization.js';
import { conditionsOf, DocumentConnection, DocumentFilter, orderOf } from './document-list.js';
import { DocumentRelationKind } from './document-relation.entity.js';
import { Document } from './document.entity.js';
import { referredTo } from './related.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

/** Reads the documents and who stands behind them. */
@Resolver(() => Document)
export class DocumentResolver {
  @Query(() => Document, { nullable: true, description: both('Một văn bản', 'One document.') })
  document(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Document | null> {
    return read.byKey(Document, keyOf('Document', id));
  }

  @Query(() => DocumentConnection, {
    nullable: true,
    description: both('Các văn bản theo điều kiện', 'Documents that meet the conditions.'),
  })
  documents(
    @Args() filter: DocumentFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Document>> {
    const { citedBy } = filter;
    const listing = {
      ...(isGiven(citedBy) && referredTo(DocumentRelationKind.CITES)),
      filters: conditionsOf(filter),
      order: orderOf(filter),
    };
    return read.page(Document, {
      listing,
      page,
      ...(isGiven(citedBy) && { parent: keyOf('Document', citedBy) }),
    });
  }

  @FieldResolver(() => [Organization], {
    nullable: true,
    description: both(
      'Các cơ quan ban hành; rỗng khi không rõ',
      'The organisations that issued it; empty when not known.',
    ),
  })
  issuers(
    @Root() { issuers }: Document,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly AnyOrganization[]> {
    return organizationsOf(read, issuers);
  }

  @FieldResolver(() => [Organization], {
    nullable: true,
    description: both('Các cơ quan tham mưu, soạn thảo', 'The organisations that drafted it for the issuer.'),
  })
  preparedBy(
    @Root() { preparedBy }: Document,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly AnyOrganization[]> {
    return organizationsOf(read, preparedBy);
  }

  @FieldResolver(() => [OfficeHolding], {
    description: both('Người ký, theo chức vụ khi ký', 'Those who signed it, by the office they held.'),
  })
  signatories(
    @Root() { signatories }: Document,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly OfficeHolding[]> {
    return readRefs(read, OfficeHolding, signatories);
  }

  @FieldResolver(() => CoordinationAgreement, {
    nullable: true,
    description: both('Thỏa thuận mà văn bản này ghi nhận', 'The agreement that it puts on paper.'),
  })
  async agreement(
    @Root() { key }: Document,
    @Ctx() { read }: SubgraphContext,
  ): Promise<CoordinationAgreement | null> {
    const listing = { by: 'document', filters: [], order: BY_KEY };
    const [agreement] = await read.whole(CoordinationAgreement, listing, key);
    return agreement ?? null;
  }
}
