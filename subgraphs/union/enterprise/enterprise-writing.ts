import { keyOf } from '../../../schema/contract/ids.js';
import { both, text } from '../../../schema/contract/text.js';
import { isGiven, type Maybe } from '../../shared/reading/asked.js';
import type { Reader } from '../../shared/reading/reader.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { guard, notFound } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { UnionLevel } from '../organization/union-level.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { since } from '../recording/ending.js';
import { givenText, maybeGivenText } from '../recording/given.js';
import type { InputClass } from '../recording/input-class.js';
import { EnterpriseOwnership, EnterpriseSizeClass } from './enterprise-kinds.js';
import { Enterprise } from './enterprise.entity.js';
import { Field, ID, InputType } from 'type-graphql';

/** What is said of an enterprise. */
interface EnterpriseValues {
  readonly nameVi: string;
  readonly nameEn?: string;
  readonly registrationNumber: string;
  readonly ownership: EnterpriseOwnership;
  readonly sizeClass?: EnterpriseSizeClass;
  readonly unit: string;
  readonly zone?: string;
  readonly grassrootsUnion?: string;
  readonly validFrom: string;
}

function stating<Base extends MutationInput>(base: InputClass<Base>): InputClass<Base & EnterpriseValues> {
  @InputType()
  abstract class EnterpriseValuesInput
    extends (base as InputClass<MutationInput>)
    implements EnterpriseValues
  {
    @Field({ description: both('Tên doanh nghiệp', 'Its name.') })
    readonly nameVi!: string;

    @Field(() => String, { nullable: true, description: both('Tên tiếng Anh', 'Its name in English.') })
    readonly nameEn?: string;

    @Field({ description: both('Mã số doanh nghiệp', 'Registration number of the legal person.') })
    readonly registrationNumber!: string;

    @Field(() => EnterpriseOwnership, { description: both('Loại hình sở hữu', 'To whom it belongs.') })
    readonly ownership!: EnterpriseOwnership;

    @Field(() => EnterpriseSizeClass, { nullable: true, description: both('Quy mô', 'Size by law.') })
    readonly sizeClass?: EnterpriseSizeClass;

    @Field(() => ID, { description: both('Đơn vị hành chính nơi đặt', 'The unit in which it lies.') })
    readonly unit!: string;

    @Field(() => ID, { nullable: true, description: both('Khu', 'The zone in which it lies.') })
    readonly zone?: string;

    @Field(() => ID, { nullable: true, description: both('Công đoàn cơ sở', 'Its grassroots union.') })
    readonly grassrootsUnion?: string;

    @Field(() => LocalDate, { description: both('Ngày bắt đầu hoạt động', 'Its first day.') })
    readonly validFrom!: string;
  }
  return EnterpriseValuesInput as InputClass<Base & EnterpriseValues>;
}

/** An enterprise that is to be registered. */
@InputType({ description: both('Doanh nghiệp cần đăng ký', 'An enterprise that is to be registered.') })
export class RegisterEnterpriseInput extends stating(MutationInput) {}

/** An enterprise as it is rightly described: what is left out is taken away. */
@InputType({
  description: both(
    'Toàn bộ thông tin đúng của doanh nghiệp; phần bỏ trống sẽ bị xóa',
    'The enterprise as it is rightly described, whole: what is left out is taken away.',
  ),
})
export class AmendEnterpriseInput extends stating(ChangeInput) {}

/** Adds an enterprise to the register. */
export async function register(tx: Transaction, input: RegisterEnterpriseInput): Promise<Enterprise> {
  return tx.create(Enterprise, await valuesOf(tx, input));
}

/** Describes an enterprise anew. */
export async function amend(tx: Transaction, input: AmendEnterpriseInput): Promise<Enterprise> {
  return Object.assign(await tx.findExpected(Enterprise, input), await valuesOf(tx, input));
}

async function valuesOf({ read }: Transaction, input: EnterpriseValues) {
  return {
    nameVi: givenText(input.nameVi, 'nameVi'),
    nameEn: maybeGivenText(input.nameEn, 'nameEn'),
    registrationNumber: input.registrationNumber,
    ownership: input.ownership,
    sizeClass: input.sizeClass ?? null,
    unit: keyOf('AdministrativeUnit', input.unit),
    zone: isGiven(input.zone) ? keyOf('IndustrialZone', input.zone) : null,
    grassrootsUnion: await grassrootsUnionOf(read, input.grassrootsUnion),
    ...since(input.validFrom),
  };
}

const GRASSROOTS: readonly UnionLevel[] = [UnionLevel.GRASSROOTS, UnionLevel.GRASSROOTS_SYNDICATE];

async function grassrootsUnionOf(read: Reader, id: Maybe<string>): Promise<string | null> {
  if (!isGiven(id)) return null;
  const union = await read.byKey(UnionOrganization, keyOf('UnionOrganization', id));
  if (!union) throw notFound('UnionOrganization');
  guard(
    GRASSROOTS.includes(union.level),
    'grassroots-union',
    text('Cần một công đoàn hoặc nghiệp đoàn cơ sở.', 'A grassroots union or syndicate is needed.'),
  );
  return union.key;
}
