import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has } from '../../shared/reading/filter.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { DocumentConnection } from './document-list.js';
import { DocumentRelation, DocumentRelationKind } from './document-relation.entity.js';
import { Document } from './document.entity.js';
import { referredTo, referring } from './related.js';
import { Args, ArgsType, Ctx, Field, FieldResolver, registerEnumType, Resolver, Root } from 'type-graphql';

const DocumentRelationConnection = connectionOf(DocumentRelation);

/** Which way relations are followed. */
enum RelationDirection {
  OUTGOING = 'OUTGOING',
  INCOMING = 'INCOMING',
}
registerEnumType(RelationDirection, {
  name: 'RelationDirection',
  description: both('Chiều của quan hệ', 'Which way relations are followed.'),
  valuesConfig: {
    OUTGOING: { description: both('Từ văn bản này', 'From this document to others.') },
    INCOMING: { description: both('Đến văn bản này', 'From others to this document.') },
  },
});

const ENDS: Readonly<Record<RelationDirection, 'from' | 'to'>> = { OUTGOING: 'from', INCOMING: 'to' };
const { IMPLEMENTS, CONTINUES, CITES } = DocumentRelationKind;

/** Which relations a list holds. */
@ArgsType()
class RelationArgs extends PageArgs {
  @Field(() => DocumentRelationKind, {
    nullable: true,
    description: both('Chỉ loại quan hệ này', 'Of this kind only.'),
  })
  readonly kind?: DocumentRelationKind;

  @Field(() => RelationDirection, {
    defaultValue: RelationDirection.OUTGOING,
    description: both('Chiều của quan hệ', 'Which way.'),
  })
  readonly direction!: RelationDirection;
}

/** Follows the relations between documents. */
@Resolver(() => Document)
export class RelatedDocumentsResolver {
  @FieldResolver(() => [Document], {
    description: both('Các văn bản mà văn bản này thực hiện', 'The documents that it implements.'),
  })
  implements(@Root() { key }: Document, @Ctx() { read }: SubgraphContext): Promise<readonly Document[]> {
    return read.whole(Document, referredTo(IMPLEMENTS), key);
  }

  @FieldResolver(() => DocumentConnection, {
    description: both('Các văn bản thực hiện văn bản này', 'The documents that implement it.'),
  })
  implementedBy(
    @Root() { key }: Document,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Document>> {
    return read.page(Document, { listing: referring(IMPLEMENTS), page, parent: key });
  }

  @FieldResolver(() => [Document], {
    description: both('Các văn bản mà văn bản này tiếp tục', 'The documents that it continues.'),
  })
  continues(@Root() { key }: Document, @Ctx() { read }: SubgraphContext): Promise<readonly Document[]> {
    return read.whole(Document, referredTo(CONTINUES), key);
  }

  @FieldResolver(() => [Document], {
    description: both('Các văn bản tiếp tục văn bản này', 'The documents that continue it.'),
  })
  continuedBy(@Root() { key }: Document, @Ctx() { read }: SubgraphContext): Promise<readonly Document[]> {
    return read.whole(Document, referring(CONTINUES), key);
  }

  @FieldResolver(() => DocumentConnection, {
    description: both('Các văn bản được văn bản này viện dẫn', 'The documents that it cites.'),
  })
  cites(
    @Root() { key }: Document,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Document>> {
    return read.page(Document, { listing: referredTo(CITES), page, parent: key });
  }

  @FieldResolver(() => DocumentConnection, {
    description: both('Các văn bản viện dẫn văn bản này', 'The documents that cite it.'),
  })
  citedBy(
    @Root() { key }: Document,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Document>> {
    return read.page(Document, { listing: referring(CITES), page, parent: key });
  }

  @FieldResolver(() => DocumentRelationConnection, {
    description: both(
      'Các quan hệ với văn bản khác, kèm xuất xứ',
      'Its relations to other documents, with their sources.',
    ),
  })
  relations(
    @Root() { key }: Document,
    @Args() { kind, direction, ...page }: RelationArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<DocumentRelation>> {
    const listing = { by: ENDS[direction], filters: has('kind', kind), order: BY_KEY };
    return read.page(DocumentRelation, { listing, page, parent: key });
  }
}

/** Reads both ends of a relation. */
@Resolver(() => DocumentRelation)
export class DocumentRelationResolver {
  @FieldResolver(() => Document, {
    nullable: true,
    description: both('Văn bản nêu quan hệ', 'The document that refers.'),
  })
  from(@Root() { from }: DocumentRelation, @Ctx() { read }: SubgraphContext): Promise<Document | null> {
    return read.byKey(Document, from);
  }

  @FieldResolver(() => Document, {
    nullable: true,
    description: both('Văn bản được nêu', 'The document referred to.'),
  })
  to(@Root() { to }: DocumentRelation, @Ctx() { read }: SubgraphContext): Promise<Document | null> {
    return read.byKey(Document, to);
  }
}
