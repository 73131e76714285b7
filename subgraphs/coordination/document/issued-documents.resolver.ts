import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { UnionOrganization } from '../borrowed.js';
import { PoliceOrganization } from '../police/police-organization.entity.js';
import { PublicBody } from '../public-body/public-body.entity.js';
import { BY_ISSUE, DocumentConnection } from './document-list.js';
import { Document } from './document.entity.js';
import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';

/** Lead from each kind of organisation to the documents that it issued. */
export const issuedDocumentsResolvers = [UnionOrganization, PoliceOrganization, PublicBody].map(
  issuedDocumentsResolver,
);

interface Identified {
  readonly id: string;
}

function issuedDocumentsResolver(Issuer: ClassType<Identified>) {
  @Resolver(() => Issuer)
  class IssuedDocumentsResolver {
    @FieldResolver(() => DocumentConnection, {
      nullable: true,
      description: both('Các văn bản do tổ chức này ban hành, mới trước', 'What it issued, latest first.'),
    })
    documents(
      @Root() { id }: Identified,
      @Args() page: PageArgs,
      @Ctx() { read }: SubgraphContext,
    ): Promise<Connection<Document>> {
      const listing = { by: 'issuers', filters: [], order: BY_ISSUE };
      return read.page(Document, { listing, page, parent: refOfId(id) });
    }
  }
  return IssuedDocumentsResolver;
}
