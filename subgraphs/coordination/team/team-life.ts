import { text } from '../../../schema/contract/text.js';
import { askedRef, isGiven } from '../../shared/reading/asked.js';
import { Classification } from '../../shared/values/classification.js';
import { partialDate } from '../../shared/values/partial-date.js';
import type { ChangeInput } from '../../shared/writing/input.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { SelfManagedTeam } from './self-managed-team.entity.js';
import { requireStanding, standingRef } from './standing.js';
import type { EstablishTeamInput, MergeTeamInput, ProposeTeamInput } from './team-inputs.js';
import { TeamState } from './team-kind.js';
import { requireState, TEAM_STEPS } from './team-steps.js';

/** Adds a team that is only proposed: internal to both sides until it is established. @throws Refusal GUARD_FAILED */
export async function propose(tx: Transaction, input: ProposeTeamInput): Promise<SelfManagedTeam> {
  const { kind, place, supportingUnion: union, guidingPolice: police } = input;
  return tx.create(SelfManagedTeam, {
    kind,
    place: askedRef(place, ['AdministrativeUnit']),
    supportingUnion: isGiven(union) ? await standingRef(tx, union, ['UnionOrganization']) : null,
    guidingPolice: isGiven(police) ? await standingRef(tx, police, ['PoliceOrganization']) : null,
    state: TeamState.PROPOSED,
    classification: Classification.INTERNAL,
  });
}

/** Establishes a proposed team, which everybody may see from now on. @throws Refusal INVALID_TRANSITION, GUARD_FAILED */
export async function establish(tx: Transaction, input: EstablishTeamInput): Promise<SelfManagedTeam> {
  const { establishedOn } = input;
  const team = await step(tx, 'establish', input);
  guard(
    establishedOn <= tx.today,
    'established-by-today',
    text(
      `Ngày thành lập không được sau hôm nay (${tx.today}).`,
      `A team is established by today (${tx.today}) at the latest.`,
    ),
  );
  team.establishedOn = partialDate(establishedOn);
  team.classification = Classification.PUBLIC;
  return team;
}

/** Lets a team work, for the first time or again. @throws Refusal INVALID_TRANSITION, GUARD_FAILED */
export async function activate(tx: Transaction, input: ChangeInput): Promise<SelfManagedTeam> {
  const team = await step(tx, 'activate', input);
  const { supportingUnion, guidingPolice } = team;
  guard(
    supportingUnion !== null && guidingPolice !== null,
    'active-team-is-supported',
    text(
      'Tổ hoạt động phải có tổ chức công đoàn hỗ trợ và đơn vị công an hướng dẫn: hãy bổ sung trước.',
      'An active team has a supporting union and a guiding police organisation: name them first.',
    ),
  );
  for (const organization of [supportingUnion, guidingPolice])
    if (organization !== null) await requireStanding(tx, organization);
  return team;
}

/** Lets a team pause. @throws Refusal INVALID_TRANSITION */
export function suspend(tx: Transaction, input: ChangeInput): Promise<SelfManagedTeam> {
  return step(tx, 'suspend', input);
}

/** Ends a team. @throws Refusal INVALID_TRANSITION */
export function dissolve(tx: Transaction, input: ChangeInput): Promise<SelfManagedTeam> {
  return step(tx, 'dissolve', input);
}

/** Ends a team that goes on within another of the caller's scope. @throws Refusal INVALID_TRANSITION, GUARD_FAILED */
export async function merge(tx: Transaction, input: MergeTeamInput): Promise<SelfManagedTeam> {
  // Always in the same order, so that two mergers never wait for each other.
  for (const id of [input.id, input.into].toSorted()) await tx.find(SelfManagedTeam, id);
  const team = await step(tx, 'merge', input);
  const target = await tx.find(SelfManagedTeam, input.into);
  guard(
    target.key !== team.key,
    'merged-into-another',
    text('Không thể hợp nhất tổ vào chính nó.', 'A team is merged into another, never into itself.'),
  );
  requireState('takeIn', target.state);
  team.mergedInto = target.key;
  return team;
}

/** Takes a step of the life of the team that the caller read. */
async function step(
  tx: Transaction,
  name: keyof typeof TEAM_STEPS,
  input: ChangeInput,
): Promise<SelfManagedTeam> {
  const team = await tx.findExpected(SelfManagedTeam, input);
  team.state = stateAfter(TEAM_STEPS, name, team.state);
  return team;
}
