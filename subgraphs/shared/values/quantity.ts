import { both } from '../../../schema/contract/text.js';
import { Directive, Field, Float, ObjectType, registerEnumType } from 'type-graphql';

/** How a reported number relates to the true one. */
export enum Comparator {
  EXACT = 'EXACT',
  MORE_THAN = 'MORE_THAN',
  NEARLY = 'NEARLY',
  ABOUT = 'ABOUT',
  ORDER_OF_MAGNITUDE = 'ORDER_OF_MAGNITUDE',
}
registerEnumType(Comparator, {
  name: 'Comparator',
  description: both('Cách nói về con số', 'How a reported number relates to the true one.'),
  valuesConfig: {
    EXACT: { description: both('Đúng bằng', 'Exactly.') },
    MORE_THAN: { description: both('Trên', 'More than.') },
    NEARLY: { description: both('Gần', 'Nearly, that is slightly below.') },
    ABOUT: { description: both('Khoảng', 'About.') },
    ORDER_OF_MAGNITUDE: {
      description: both(
        'Chỉ nêu cỡ số: hàng nghìn, hàng tỷ',
        'An order of magnitude only, such as thousands; no value.',
      ),
    },
  },
});

/** A reported number with its unit and the way it was worded. */
@Directive('@shareable')
@ObjectType({ description: both('Đại lượng kèm cách nói và đơn vị', 'A number with its wording and unit.') })
export class Quantity {
  @Field(() => Float, {
    nullable: true,
    description: both('Giá trị; trống khi chỉ nêu cỡ số', 'The number; null for an order of magnitude.'),
  })
  readonly value!: number | null;

  @Field(() => Comparator, { description: both('Cách nói', 'How it relates to the true number.') })
  readonly comparator!: Comparator;

  @Field(() => String, { description: both('Đơn vị', 'Unit, in English.') })
  readonly unit!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Nguyên văn con số', 'The figure as worded by the source.'),
  })
  readonly text!: string | null;
}

/** A number that the hub computed from stored ones; it is never stored itself. */
@Directive('@shareable')
@ObjectType({
  description: both(
    'Đại lượng do hệ thống tính, không lưu như số báo cáo',
    'A number computed from stored ones, never a reported one.',
  ),
})
export class DerivedQuantity extends Quantity {
  @Field(() => String, { description: both('Phép tính', 'The calculation, with its operands.') })
  readonly formula!: string;
}

/** The sum of several quantities of one unit; null when one of them is only an order of magnitude. */
export function sumOf(operands: readonly Quantity[]): DerivedQuantity | null {
  return derive(operands, '+', (left, right) => left + right);
}

/** `whole − part`; null when one of them is only an order of magnitude. */
export function differenceOf(whole: Quantity, part: Quantity): DerivedQuantity | null {
  const difference = derive([whole, part], '−', (left, right) => left - right);
  const isOpen = part.comparator !== Comparator.EXACT;
  return difference && isOpen ? Object.assign(difference, { comparator: Comparator.ABOUT }) : difference;
}

function derive(
  operands: readonly Quantity[],
  sign: '+' | '−',
  combine: (left: number, right: number) => number,
): DerivedQuantity | null {
  const values = operands.map(({ value }) => value).filter((value) => value !== null);
  const [first, ...rest] = values;
  if (first === undefined || values.length < operands.length) return null;
  return Object.assign(new DerivedQuantity(), {
    value: rest.reduce(combine, first),
    comparator: vaguest(operands.map(({ comparator }) => comparator)),
    unit: operands[0]?.unit,
    text: null,
    formula: values.join(` ${sign} `),
  });
}

/** The comparator of a sum: exact operands keep the other's, two different vague ones make it ABOUT. */
export function vaguest(comparators: readonly Comparator[]): Comparator {
  const vague = new Set(comparators.filter((each) => each !== Comparator.EXACT));
  if (vague.size > 1) return Comparator.ABOUT;
  return [...vague][0] ?? Comparator.EXACT;
}
