import { both } from '../../../schema/contract/text.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { connectionOf, Direction } from '../../shared/page.js';
import { has, isRecord, pointsAt } from '../../shared/reading/filter.js';
import type { Listing } from '../../shared/reading/listing.js';
import { by } from '../../shared/reading/orders.js';
import type { Reader } from '../../shared/reading/reader.js';
import { ofForm } from '../award/of-form.js';
import { RecipientSide } from '../batch/recognition-batch.enums.js';
import { Recognition } from './recognition.entity.js';
import { RecognitionState } from './recognition.enums.js';
import { ArgsType, Field, ID, Int } from 'type-graphql';

/** A page of recognitions. */
export const RecognitionConnection = connectionOf(Recognition);

/** Latest first. */
export const LATEST = by('conferredOn', Direction.DESC);

/** Of which form and year recognitions are. */
@ArgsType()
export class FormAndYear {
  @Field(() => String, {
    nullable: true,
    description: both('Mã hình thức, ví dụ GIAY_KHEN', 'Of the form with this code, such as GIAY_KHEN.'),
  })
  readonly form?: string;

  @Field(() => Int, { nullable: true, description: both('Năm trao', 'Conferred in this year.') })
  readonly year?: number;
}

/** Which recognitions a list holds. */
@ArgsType()
export class RecognitionFilter extends FormAndYear {
  @Field(() => ID, { nullable: true, description: both('Mã cơ quan khen', 'By this authority: its id.') })
  readonly authority?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã tổ chức của đối tượng', 'Whose recipients belong to this organisation: its id.'),
  })
  readonly organization?: string;

  @Field(() => RecipientSide, { nullable: true, description: both('Bên được khen', 'For this side.') })
  readonly recipientSide?: RecipientSide;

  @Field(() => ID, { nullable: true, description: both('Mã quyết định', 'By this decision: its id.') })
  readonly decision?: string;

  @Field(() => RecognitionState, { nullable: true, description: both('Tình trạng', 'In this state.') })
  readonly state?: RecognitionState;
}

/** The list of recognitions that a client asks for. @throws HubError INVALID_ID */
export async function recognitionListing(read: Reader, asked: RecognitionFilter): Promise<Listing> {
  const { authority, organization, recipientSide, decision, state } = asked;
  return {
    filters: [
      ...pointsAt('authority', authority, ORGANIZATION_TYPES),
      ...pointsAt('organization', organization, ORGANIZATION_TYPES),
      ...isRecord('decision', decision, 'Decision'),
      ...has('recipientSide', recipientSide),
      ...has('state', state),
      ...(await ofFormAndYear(read, asked)),
    ],
    order: LATEST,
  };
}

/** Conditions on the form and the year. */
export async function ofFormAndYear(read: Reader, { form, year }: FormAndYear) {
  return [...(await ofForm(read, form)), ...has('year', year)];
}
