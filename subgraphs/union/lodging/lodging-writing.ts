import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { isGiven } from '../../shared/reading/asked.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { since } from '../recording/ending.js';
import type { InputClass } from '../recording/input-class.js';
import { LodgingKind, LodgingOperatorKind, LodgingSizeBand } from './lodging-kinds.js';
import { LodgingQuarter } from './lodging-quarter.entity.js';
import { Field, ID, InputType } from 'type-graphql';

/** What is said of a lodging quarter. */
interface LodgingValues {
  readonly kind: LodgingKind;
  readonly sizeBand?: LodgingSizeBand;
  readonly operatorKind: LodgingOperatorKind;
  readonly unit: string;
  readonly zone?: string;
  readonly validFrom: string;
}

function stating<Base extends MutationInput>(base: InputClass<Base>): InputClass<Base & LodgingValues> {
  @InputType()
  abstract class LodgingValuesInput extends (base as InputClass<MutationInput>) implements LodgingValues {
    @Field(() => LodgingKind, { description: both('Loại nơi ở', 'Its kind.') })
    readonly kind!: LodgingKind;

    @Field(() => LodgingSizeBand, { nullable: true, description: both('Khoảng quy mô', 'How large it is.') })
    readonly sizeBand?: LodgingSizeBand;

    @Field(() => LodgingOperatorKind, {
      description: both('Loại đơn vị vận hành', 'What kind of operator runs it.'),
    })
    readonly operatorKind!: LodgingOperatorKind;

    @Field(() => ID, { description: both('Đơn vị hành chính nơi đặt', 'The unit in which it lies.') })
    readonly unit!: string;

    @Field(() => ID, { nullable: true, description: both('Khu', 'The zone in which it lies.') })
    readonly zone?: string;

    @Field(() => LocalDate, { description: both('Ngày đầu', 'Its first day.') })
    readonly validFrom!: string;
  }
  return LodgingValuesInput as InputClass<Base & LodgingValues>;
}

/** A lodging quarter that is to be registered. */
@InputType({ description: both('Nơi ở cần đăng ký', 'A lodging quarter that is to be registered.') })
export class RegisterLodgingQuarterInput extends stating(MutationInput) {}

/** A lodging quarter as it is rightly described: what is left out is taken away. */
@InputType({
  description: both(
    'Toàn bộ thông tin đúng của nơi ở; phần bỏ trống sẽ bị xóa',
    'The lodging quarter as it is rightly described, whole: what is left out is taken away.',
  ),
})
export class AmendLodgingQuarterInput extends stating(ChangeInput) {}

/** Adds a lodging quarter to the register. */
export function register(tx: Transaction, input: RegisterLodgingQuarterInput): LodgingQuarter {
  return tx.create(LodgingQuarter, valuesOf(input));
}

/** Describes a lodging quarter anew. */
export async function amend(tx: Transaction, input: AmendLodgingQuarterInput): Promise<LodgingQuarter> {
  return Object.assign(await tx.findExpected(LodgingQuarter, input), valuesOf(input));
}

function valuesOf({ kind, sizeBand, operatorKind, unit, zone, validFrom }: LodgingValues) {
  return {
    kind,
    sizeBand: sizeBand ?? null,
    operatorKind,
    unit: keyOf('AdministrativeUnit', unit),
    zone: isGiven(zone) ? keyOf('IndustrialZone', zone) : null,
    ...since(validFrom),
  };
}
