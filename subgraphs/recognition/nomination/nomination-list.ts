import { both, text } from '../../../schema/contract/text.js';
import { Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { SubgraphContext } from '../../shared/context.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { connectionOf, Direction } from '../../shared/page.js';
import { askedRef } from '../../shared/reading/asked.js';
import { has, isRecord, pointsAt, type Filter } from '../../shared/reading/filter.js';
import type { Listing } from '../../shared/reading/listing.js';
import { by } from '../../shared/reading/orders.js';
import { ofForm } from '../award/of-form.js';
import { Nomination } from './nomination.entity.js';
import { NominationState } from './nomination.enums.js';
import { brokenSeparations, isInScope } from './separation.js';
import { ArgsType, Field, ID } from 'type-graphql';

/** A page of nominations. */
export const NominationConnection = connectionOf(Nomination);

/** Which nominations a list holds. */
@ArgsType()
export class NominationFilter {
  @Field(() => ID, { nullable: true, description: both('Mã đợt xét khen', 'Of this round: its id.') })
  readonly round?: string;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã tổ chức đề nghị; ngoài phạm vi thì bị từ chối',
      'Of this nominator: its id. Refused where it is not in your scope.',
    ),
  })
  readonly nominator?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã cơ quan khen', 'Asked of this authority: its id.'),
  })
  readonly authority?: string;

  @Field(() => String, {
    nullable: true,
    description: both('Mã hình thức, ví dụ BANG_KHEN', 'Of the form with this code, such as BANG_KHEN.'),
  })
  readonly form?: string;

  @Field(() => [NominationState], {
    nullable: true,
    description: both('Tình trạng', 'In one of these states.'),
  })
  readonly states?: readonly NominationState[];

  @Field(() => Boolean, {
    nullable: true,
    description: both(
      'Chỉ hồ sơ vi phạm tách vai: người đề nghị trùng người thẩm định, ghi phiếu hoặc quyết định',
      'Only files in which somebody took two steps that have to be kept apart.',
    ),
  })
  readonly breachesSeparation?: boolean;
}

/** The list of nominations that a client asks for. @throws HubError INVALID_ID; Refusal FORBIDDEN_SCOPE */
export async function nominationListing(context: SubgraphContext, asked: NominationFilter): Promise<Listing> {
  const { read } = context;
  const { round, nominator, authority, form, states } = asked;
  if (nominator) await requireScope(context, nominator);
  const filters = [
    ...isRecord('round', round, 'AwardRound'),
    ...pointsAt('nominator', nominator, ORGANIZATION_TYPES),
    ...pointsAt('authority', authority, ORGANIZATION_TYPES),
    ...(await ofForm(read, form)),
    ...has('state', states),
    ...(await breaching(context, asked)),
  ];
  return { filters, order: by('key', Direction.DESC) };
}

async function breaching({ read }: SubgraphContext, asked: NominationFilter): Promise<readonly Filter[]> {
  return asked.breachesSeparation ? has('key', await brokenSeparations(read)) : [];
}

/** Officers read the files of their own organisations; the others read what was handed in to their authority. */
async function requireScope({ read, actor, write }: SubgraphContext, id: string): Promise<void> {
  const ref = askedRef(id, ORGANIZATION_TYPES);
  const isOfficer = actor?.role === 'UNION_OFFICER' || actor?.role === 'POLICE_OFFICER';
  if (!isOfficer || (await isInScope(read, ref))) return;
  const told = text(
    'Hồ sơ của tổ chức này không thuộc phạm vi của bạn.',
    'The files of this organisation are not in your scope.',
  );
  await write.refuse('nominations', new Refusal(UserErrorCode.FORBIDDEN_SCOPE, told, { rule: 'scope' }));
}
