import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import { has, heldOnDay, named, type Filter } from '../../shared/reading/filter.js';
import { EnterpriseOwnership, EnterpriseSizeClass } from './enterprise-kinds.js';
import { ArgsType, Field, ID } from 'type-graphql';

/** Which enterprises a list holds. */
@ArgsType()
export class EnterpriseFilter extends AsOfArgs {
  @Field(() => EnterpriseOwnership, {
    nullable: true,
    description: both('Chỉ loại hình sở hữu này', 'Of this ownership only.'),
  })
  readonly ownership?: EnterpriseOwnership;

  @Field(() => EnterpriseSizeClass, {
    nullable: true,
    description: both('Chỉ quy mô này', 'Of this size only.'),
  })
  readonly sizeClass?: EnterpriseSizeClass;

  @Field(() => String, {
    nullable: true,
    description: both('Tên có các từ bắt đầu bằng', 'With words in the name that begin so.'),
  })
  readonly name?: string;
}

/** Which enterprises are looked for in the whole register. */
@ArgsType()
export class EnterpriseSearch extends EnterpriseFilter {
  @Field(() => String, {
    nullable: true,
    description: both('Mã số doanh nghiệp', 'With this registration number.'),
  })
  readonly registrationNumber?: string;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Đặt tại đơn vị hành chính này hoặc đơn vị cấp dưới của nó, vào ngày asOf hoặc hôm nay',
      'In this administrative unit or one below it, on the day asOf or today.',
    ),
  })
  readonly unit?: string;

  @Field(() => ID, { nullable: true, description: both('Trong khu này', 'In this zone.') })
  readonly zone?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Có công đoàn cơ sở này', 'With this grassroots union.'),
  })
  readonly grassrootsUnion?: string;
}

/** The conditions that every list of enterprises takes. @throws HubError INVALID_INPUT */
export function conditionsOf({ asOf, ownership, sizeClass, name }: EnterpriseFilter): readonly Filter[] {
  return [...heldOnDay(asOf), ...has('ownership', ownership), ...has('sizeClass', sizeClass), ...named(name)];
}
