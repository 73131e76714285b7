import { both } from '../../../schema/contract/text.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { connectionOf, Direction } from '../../shared/page.js';
import { has, pointsAt } from '../../shared/reading/filter.js';
import type { Listing } from '../../shared/reading/listing.js';
import { by } from '../../shared/reading/orders.js';
import { ModelReview, ModelVerdict } from './model-review.entity.js';
import { ModelType } from './model-type.entity.js';
import { ArgsType, Field, ID } from 'type-graphql';

/** A page of kinds of models. */
export const ModelTypeConnection = connectionOf(ModelType);
/** A page of reviews. */
export const ModelReviewConnection = connectionOf(ModelReview);

/** Which kinds of models a list holds. */
@ArgsType()
export class ModelTypeFilter {
  @Field(() => String, {
    nullable: true,
    description: both('Tên có các từ bắt đầu bằng', 'With words in the name that begin so.'),
  })
  readonly name?: string;
}

/** Which reviews of a kind of model a list holds. */
@ArgsType()
export class ModelReviewFilter {
  @Field(() => ModelVerdict, {
    nullable: true,
    description: both('Chỉ kết luận này', 'With this verdict only.'),
  })
  readonly verdict?: ModelVerdict;
}

/** Which reviews the list of all holds. */
@ArgsType()
export class ModelReviewsFilter extends ModelReviewFilter {
  @Field(() => ID, {
    nullable: true,
    description: both('Mã tổ chức đánh giá', 'By this organisation: its id.'),
  })
  readonly reviewer?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã địa bàn', 'About this administrative unit: its id.'),
  })
  readonly place?: string;
}

/** The reviews of a record, which is linked to them by the property; the latest recorded first. */
export function reviewsBy(property: Listing['by'], { verdict }: ModelReviewFilter): Listing {
  return { by: property, filters: has('verdict', verdict), order: by('key', Direction.DESC) };
}

/** The list of all reviews that the arguments leave. @throws HubError INVALID_ID */
export function reviewsLeft(asked: ModelReviewsFilter): Listing {
  const { filters, ...listing } = reviewsBy(undefined, asked);
  const reviewer = pointsAt('reviewer', asked.reviewer, ORGANIZATION_TYPES);
  const place = pointsAt('place', asked.place, ['AdministrativeUnit']);
  return { ...listing, filters: [...filters, ...reviewer, ...place] };
}
