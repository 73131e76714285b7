import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { connectionOf, Direction, PageArgs, type Connection } from '../../shared/page.js';
import { pointsAt } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import { RecognitionBatch } from '../batch/recognition-batch.entity.js';
import { NEWEST, RecognitionBatchConnection } from '../batch/recognition-batch-list.js';
import { Document, Organization } from '../borrowed.js';
import { Decision } from './decision.entity.js';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const DecisionConnection = connectionOf(Decision);

/** Which decisions a list holds. */
@ArgsType()
class DecisionFilter {
  @Field(() => ID, {
    nullable: true,
    description: both('Mã tổ chức ra quyết định', 'Made by this organisation: its id.'),
  })
  readonly authority?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã văn bản quyết định', 'Made by this document: its id.'),
  })
  readonly document?: string;
}

/** Reads decisions to award. */
@Resolver(() => Decision)
export class DecisionResolver {
  @Query(() => Decision, {
    nullable: true,
    description: both('Một quyết định khen thưởng', 'One decision to award.'),
  })
  decision(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Decision | null> {
    return read.byKey(Decision, keyOf('Decision', id));
  }

  @Query(() => DecisionConnection, {
    nullable: true,
    description: both('Các quyết định khen thưởng, mới nhất trước', 'Decisions to award, newest first.'),
  })
  decisions(
    @Args() { authority, document }: DecisionFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Decision>> {
    const filters = [
      ...pointsAt('authority', authority, ORGANIZATION_TYPES),
      ...pointsAt('document', document, ['Document']),
    ];
    return read.page(Decision, { listing: { filters, order: by('decidedOn', Direction.DESC) }, page });
  }

  @FieldResolver(() => Document, {
    nullable: true,
    description: both('Văn bản quyết định', 'The document of the decision.'),
  })
  document(@Root() { document }: Decision): Borrowed | null {
    return document === null ? null : borrowRef(document);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Tổ chức ra quyết định', 'The organisation that decided.'),
  })
  authority(@Root() { authority }: Decision): Borrowed {
    return borrowRef(authority);
  }

  @FieldResolver(() => RecognitionBatchConnection, {
    description: both('Các đợt khen thưởng theo quyết định', 'Recognitions that rest on it.'),
  })
  recognitionBatches(
    @Root() decision: Decision,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<RecognitionBatch>> {
    const listing = { by: 'decision', filters: [], order: NEWEST };
    return read.page(RecognitionBatch, { listing, page, parent: decision.key });
  }
}
