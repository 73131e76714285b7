import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { named } from '../../shared/reading/filter.js';
import { BY_NAME } from '../../shared/reading/orders.js';
import { AdministrativeUnit } from '../borrowed.js';
import { Document } from '../document/document.entity.js';
import { Organization, organizationOf, type AnyOrganization } from '../organization.js';
import {
  ModelReviewConnection,
  ModelReviewFilter,
  ModelReviewsFilter,
  ModelTypeConnection,
  ModelTypeFilter,
  reviewsBy,
  reviewsLeft,
} from './model-lists.js';
import { ModelReview } from './model-review.entity.js';
import { ModelType } from './model-type.entity.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

/** Reads the kinds of models. */
@Resolver(() => ModelType)
export class ModelTypeResolver {
  @Query(() => ModelType, { nullable: true, description: both('Một loại mô hình', 'One kind of model.') })
  modelType(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<ModelType | null> {
    return read.byKey(ModelType, keyOf('ModelType', id));
  }

  @Query(() => ModelTypeConnection, {
    nullable: true,
    description: both('Các loại mô hình, theo thứ tự chữ cái', 'The kinds of models, in alphabetical order.'),
  })
  modelTypes(
    @Args() { name }: ModelTypeFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<ModelType>> {
    return read.page(ModelType, { listing: { filters: named(name), order: BY_NAME }, page });
  }

  @FieldResolver(() => ModelReviewConnection, {
    nullable: true,
    description: both('Các lần đánh giá, mới nhất trước', 'Its reviews, the latest first.'),
  })
  reviews(
    @Root() { key }: ModelType,
    @Args() asked: ModelReviewFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<ModelReview>> {
    return read.page(ModelReview, { listing: reviewsBy('modelType', asked), page, parent: key });
  }
}

/** Reads what organisations found about models. */
@Resolver(() => ModelReview)
export class ModelReviewResolver {
  @Query(() => ModelReview, { nullable: true, description: both('Một lần đánh giá', 'One review.') })
  modelReview(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<ModelReview | null> {
    return read.byKey(ModelReview, keyOf('ModelReview', id));
  }

  @Query(() => ModelReviewConnection, {
    nullable: true,
    description: both('Các lần đánh giá mô hình, mới nhất trước', 'Reviews of models, the latest first.'),
  })
  modelReviews(
    @Args() asked: ModelReviewsFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<ModelReview>> {
    return read.page(ModelReview, { listing: reviewsLeft(asked), page });
  }

  @FieldResolver(() => ModelType, { nullable: true, description: both('Loại mô hình', 'The kind of model.') })
  modelType(@Root() { modelType }: ModelReview, @Ctx() { read }: SubgraphContext): Promise<ModelType | null> {
    return read.byKey(ModelType, modelType);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Tổ chức đánh giá', 'The organisation that reviewed it.'),
  })
  reviewer(
    @Root() { reviewer }: ModelReview,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AnyOrganization | null> {
    return organizationOf(read, reviewer);
  }

  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both(
      'Địa bàn; trống là toàn phạm vi của tổ chức đánh giá',
      'The unit that it is about; null for all that the reviewer answers for.',
    ),
  })
  place(@Root() { place }: ModelReview): Borrowed | null {
    return place === null ? null : borrowRef(place);
  }

  @FieldResolver(() => Document, {
    nullable: true,
    description: both('Văn bản đánh giá', 'The document with the review.'),
  })
  async document(
    @Root() { document }: ModelReview,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Document | null> {
    return document === null ? null : read.byKey(Document, document);
  }
}
