import { both, text } from '../../../schema/contract/text.js';
import { writtenQuantity } from '../../shared/database/written.js';
import { Comparator, Quantity } from '../../shared/values/quantity.js';
import { misgiven } from '../document/given.js';
import { CommunicationProductKind } from './communication-product.entity.js';
import { Field, InputType, Int } from 'type-graphql';

/** A number as it is reported. */
@InputType('ReportedCountInput', {
  description: both('Một con số kèm cách nói', 'A number as it is reported.'),
})
export class ReportedCountInput {
  @Field(() => Int, {
    nullable: true,
    description: both('Giá trị; trống khi chỉ nêu cỡ số', 'The number; null for an order of magnitude.'),
  })
  readonly value?: number | null;

  @Field(() => Comparator, { description: both('Cách nói', 'How it relates to the true number.') })
  readonly comparator!: Comparator;

  @Field(() => String, {
    nullable: true,
    description: both('Nguyên văn con số, tối đa 80 ký tự', 'The figure as worded, 80 characters at most.'),
  })
  readonly text?: string | null;
}

/** One kind of product that an activity brought forth. */
@InputType('CommunicationProductInput', {
  description: both('Một loại sản phẩm tuyên truyền', 'One kind of product that an activity brought forth.'),
})
export class ProductInput {
  @Field(() => CommunicationProductKind, { description: both('Loại sản phẩm', 'What it is.') })
  readonly kind!: CommunicationProductKind;

  @Field(() => ReportedCountInput, {
    nullable: true,
    description: both('Số lượng', 'How many.'),
  })
  readonly quantity?: ReportedCountInput | null;
}

/** The quantity that a count in some unit stands for. @throws Refusal INVALID_INPUT */
export function givenQuantity(
  { value, comparator, text: wording }: ReportedCountInput,
  unit: string,
  field: string,
): Quantity {
  const written = { value: value ?? null, comparator, unit, text: wording ?? null };
  const { data } = writtenQuantity.safeParse(written);
  if (data && (data.value ?? 0) >= 0) return Object.assign(new Quantity(), data);
  throw misgiven(
    field,
    text(
      'Cần số không âm; chỉ ORDER_OF_MAGNITUDE thì để trống giá trị.',
      'A number of 0 or more is needed; only ORDER_OF_MAGNITUDE has none.',
    ),
  );
}
