import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { since } from '../recording/ending.js';
import { givenText, maybeGivenText } from '../recording/given.js';
import type { InputClass } from '../recording/input-class.js';
import { Facility, FacilityKind } from './facility.entity.js';
import { Field, ID, InputType } from 'type-graphql';

/** What is said of a facility. */
interface FacilityValues {
  readonly nameVi: string;
  readonly nameEn?: string;
  readonly kind: FacilityKind;
  readonly unit: string;
  readonly organization: string;
  readonly validFrom: string;
}

function stating<Base extends MutationInput>(base: InputClass<Base>): InputClass<Base & FacilityValues> {
  @InputType()
  abstract class FacilityValuesInput extends (base as InputClass<MutationInput>) implements FacilityValues {
    @Field({ description: both('Tên thiết chế', 'Its name.') })
    readonly nameVi!: string;

    @Field(() => String, { nullable: true, description: both('Tên tiếng Anh', 'Its name in English.') })
    readonly nameEn?: string;

    @Field(() => FacilityKind, { description: both('Loại thiết chế', 'What it is for.') })
    readonly kind!: FacilityKind;

    @Field(() => ID, { description: both('Đơn vị hành chính nơi đặt', 'The unit in which it lies.') })
    readonly unit!: string;

    @Field(() => ID, { description: both('Của tổ chức công đoàn nào', 'The union that keeps it.') })
    readonly organization!: string;

    @Field(() => LocalDate, { description: both('Ngày đầu', 'Its first day.') })
    readonly validFrom!: string;
  }
  return FacilityValuesInput as InputClass<Base & FacilityValues>;
}

/** A facility that is to be registered. */
@InputType({ description: both('Thiết chế cần đăng ký', 'A facility that is to be registered.') })
export class RegisterFacilityInput extends stating(MutationInput) {}

/** A facility as it is rightly described: what is left out is taken away. */
@InputType({
  description: both(
    'Toàn bộ thông tin đúng của thiết chế; phần bỏ trống sẽ bị xóa',
    'The facility as it is rightly described, whole: what is left out is taken away.',
  ),
})
export class AmendFacilityInput extends stating(ChangeInput) {}

/** Adds a facility to the register. */
export function register(tx: Transaction, input: RegisterFacilityInput): Facility {
  return tx.create(Facility, valuesOf(input));
}

/** Describes a facility anew. */
export async function amend(tx: Transaction, input: AmendFacilityInput): Promise<Facility> {
  return Object.assign(await tx.findExpected(Facility, input), valuesOf(input));
}

function valuesOf({ nameVi, nameEn, kind, unit, organization, validFrom }: FacilityValues) {
  return {
    nameVi: givenText(nameVi, 'nameVi'),
    nameEn: maybeGivenText(nameEn, 'nameEn'),
    kind,
    unit: keyOf('AdministrativeUnit', unit),
    organization: keyOf('UnionOrganization', organization),
    ...since(validFrom),
  };
}
