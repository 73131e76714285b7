import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import { Direction } from '../../shared/page.js';
import { isGiven, type Maybe } from '../../shared/reading/asked.js';
import type { Order } from '../../shared/reading/cursor.js';
import { has, heldOnDay, type Filter } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import { UnionLevel } from './union-level.js';
import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';

/** By what union organisations are sorted. */
export enum UnionOrder {
  NAME = 'NAME',
  VALID_FROM = 'VALID_FROM',
}
registerEnumType(UnionOrder, {
  name: 'UnionOrder',
  description: both('Tiêu chí sắp xếp tổ chức công đoàn', 'By what union organisations are sorted.'),
  valuesConfig: {
    NAME: { description: both('Theo tên', 'By name, in Vietnamese alphabetical order.') },
    VALID_FROM: { description: both('Theo ngày đầu', 'By first day; those of unknown age come first.') },
  },
});

/** Which union organisations a list holds, and in which order. */
@ArgsType()
export class UnionFilter extends AsOfArgs {
  @Field(() => UnionLevel, { nullable: true, description: both('Chỉ cấp này', 'Of this level only.') })
  readonly level?: UnionLevel;

  @Field(() => String, {
    nullable: true,
    description: both('Tên có các từ bắt đầu bằng', 'With words in the name that begin so.'),
  })
  readonly name?: string;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Phụ trách đơn vị hành chính này, vào ngày asOf nếu có',
      'Responsible for this administrative unit; on the day asOf, if given.',
    ),
  })
  readonly unit?: string;

  @Field(() => UnionOrder, {
    nullable: true,
    description: both('Sắp xếp theo, mặc định là tên', 'Sorted by this; by name when not said.'),
  })
  readonly orderBy?: UnionOrder;

  @Field(() => Direction, {
    nullable: true,
    description: both('Chiều sắp xếp, mặc định tăng dần', 'Direction; ascending when not said.'),
  })
  readonly direction?: Direction;
}

/** Held on that day, and was more than planned; nothing when no day is asked. */
export function atWorkOn(day: Maybe<string>): readonly Filter[] {
  return isGiven(day) ? [...heldOnDay(day), ...has('isPlanned', false)] : [];
}

/** The order that a filter asks for. */
export function orderOfUnions({ orderBy, direction }: UnionFilter): Order {
  return by(PROPERTIES[orderBy ?? UnionOrder.NAME], direction ?? Direction.ASC);
}

const PROPERTIES: Readonly<Record<UnionOrder, string>> = {
  [UnionOrder.NAME]: 'sortKey',
  [UnionOrder.VALID_FROM]: 'validFrom',
};
