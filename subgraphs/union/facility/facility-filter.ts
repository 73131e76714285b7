import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import { has, heldOnDay, named, type Filter } from '../../shared/reading/filter.js';
import { FacilityKind } from './facility.entity.js';
import { ArgsType, Field, ID } from 'type-graphql';

/** Which facilities a list holds. */
@ArgsType()
export class FacilityFilter extends AsOfArgs {
  @Field(() => FacilityKind, { nullable: true, description: both('Chỉ loại này', 'Of this kind only.') })
  readonly kind?: FacilityKind;

  @Field(() => String, {
    nullable: true,
    description: both('Tên có các từ bắt đầu bằng', 'With words in the name that begin so.'),
  })
  readonly name?: string;
}

/** Which facilities are looked for in the whole register. */
@ArgsType()
export class FacilitySearch extends FacilityFilter {
  @Field(() => ID, {
    nullable: true,
    description: both(
      'Tại đơn vị hành chính này hoặc đơn vị cấp dưới của nó, vào ngày asOf hoặc hôm nay',
      'In this administrative unit or one below it, on the day asOf or today.',
    ),
  })
  readonly unit?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Của tổ chức công đoàn này', 'Of this union organisation.'),
  })
  readonly organization?: string;
}

/** The conditions that every list of facilities takes. @throws HubError INVALID_INPUT */
export function conditionsOf({ asOf, kind, name }: FacilityFilter): readonly Filter[] {
  return [...heldOnDay(asOf), ...has('kind', kind), ...named(name)];
}
