import { both } from '../../../../schema/contract/text.js';
import { ROUNDED_TO } from './protected-table.js';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** A published count of which nothing is told that would tell a small one; the same type in every agency. */
@Directive('@shareable')
@ObjectType({
  description: both(
    'Số đếm công bố: làm tròn, hoặc ẩn để không suy ra được số đếm nhỏ',
    'A published count: rounded, or hidden so that no small count can be computed.',
  ),
})
export class SuppressedCount {
  /** Unit: what is counted. */
  @Field(() => Int, {
    nullable: true,
    description: both('Số đã làm tròn; trống khi bị ẩn', 'The rounded count; null when it is hidden.'),
  })
  readonly value!: number | null;

  @Field(() => Boolean, {
    description: both(
      'Bị ẩn vì nhỏ hoặc để bảo vệ số nhỏ khác; không có nghĩa là bằng không',
      'Hidden, as small or to protect a small one; that does not say that there is none.',
    ),
  })
  readonly isSuppressed!: boolean;

  @Field(() => Int, { description: both('Làm tròn đến bội số của', 'Rounded to multiples of it.') })
  readonly roundedTo!: number;
}

/** A count as it is shown, `null` where it is hidden. Unit: what is counted. */
export function shown(value: number | null): SuppressedCount {
  return { value, isSuppressed: value === null, roundedTo: ROUNDED_TO };
}
