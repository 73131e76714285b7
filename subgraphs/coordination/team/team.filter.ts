import { both } from '../../../schema/contract/text.js';
import { has, pointsAt } from '../../shared/reading/filter.js';
import type { Listing } from '../../shared/reading/listing.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { connectionOf } from '../../shared/page.js';
import { SelfManagedTeam } from './self-managed-team.entity.js';
import { TeamKind, TeamState } from './team-kind.js';
import { ArgsType, Field, ID } from 'type-graphql';

/** A page of self-managed teams. */
export const SelfManagedTeamConnection = connectionOf(SelfManagedTeam);

/** Which self-managed teams of a record a list holds. */
@ArgsType()
export class TeamFilter {
  @Field(() => TeamKind, { nullable: true, description: both('Chỉ loại này', 'Of this kind only.') })
  readonly kind?: TeamKind;

  @Field(() => TeamState, { nullable: true, description: both('Chỉ trạng thái này', 'In this state only.') })
  readonly state?: TeamState;
}

/** Which self-managed teams the list of all holds. */
@ArgsType()
export class TeamsFilter extends TeamFilter {
  @Field(() => ID, {
    nullable: true,
    description: both('Mã địa bàn', 'In this administrative unit: its id.'),
  })
  readonly place?: string;
}

/** The teams of a record, which is linked to them by the property. */
export function teamsBy(property: Listing['by'], { kind, state }: TeamFilter): Listing {
  return { by: property, filters: [...has('kind', kind), ...has('state', state)], order: BY_KEY };
}

/** The list of all teams that the arguments leave. @throws HubError INVALID_ID */
export function teamsLeft(asked: TeamsFilter): Listing {
  const { filters, ...listing } = teamsBy(undefined, asked);
  return { ...listing, filters: [...filters, ...pointsAt('place', asked.place, ['AdministrativeUnit'])] };
}
