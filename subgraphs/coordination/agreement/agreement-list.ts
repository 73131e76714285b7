import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import { connectionOf } from '../../shared/page.js';
import { has, heldOnDay, type Filter } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import { AgreementKind } from './agreement-kind.js';
import { CoordinationAgreement } from './coordination-agreement.entity.js';
import { ArgsType, Field, ID } from 'type-graphql';

/** A page of agreements. */
export const CoordinationAgreementConnection = connectionOf(CoordinationAgreement);

/** Earliest first; those without a date before all others. */
export const BY_SIGNING = by('signedOn');

/** In force on that day; nothing when no day is asked. */
export function boundOn(day: string | undefined): readonly Filter[] {
  return day ? [...heldOnDay(day), ...has('isBinding', true)] : [];
}

/** Which agreements a list holds. */
@ArgsType()
export class AgreementFilter extends AsOfArgs {
  @Field(() => AgreementKind, { nullable: true, description: both('Chỉ loại này', 'Of this kind only.') })
  readonly kind?: AgreementKind;

  @Field(() => ID, {
    nullable: true,
    description: both('Có tổ chức này là một bên', 'To which this organisation is a party.'),
  })
  readonly party?: string;

  @Field(() => String, {
    nullable: true,
    description: both('Tên có các từ bắt đầu bằng', 'With words in the name that begin so.'),
  })
  readonly name?: string;
}
