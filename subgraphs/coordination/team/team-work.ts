import { text } from '../../../schema/contract/text.js';
import { refText } from '../../shared/database/refs.js';
import { askedRef, isGiven } from '../../shared/reading/asked.js';
import { guard, Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { Activity } from '../activity/activity.entity.js';
import { ActivityKind, ActivityState } from '../activity/activity-vocabulary.js';
import { knownRecord } from '../../shared/writing/known-record.js';
import { SelfManagedTeam } from './self-managed-team.entity.js';
import { standingRef } from './standing.js';
import type { RecordTeamTrainingInput, ReportTeamSizeInput, RepointTeamInput } from './team-inputs.js';
import { requireState } from './team-steps.js';

/**
 * Points a team at the organisations and the place that a reorganisation has left it with; it stays the same team.
 *
 * @throws Refusal INVALID_INPUT, INVALID_TRANSITION, GUARD_FAILED
 */
export async function repoint(tx: Transaction, input: RepointTeamInput): Promise<SelfManagedTeam> {
  const { supportingUnion, guidingPolice, place } = input;
  if (![supportingUnion, guidingPolice, place].some(isGiven)) throw nothingSaid();
  const team = await tx.findExpected(SelfManagedTeam, input);
  requireState('repoint', team.state);
  if (isGiven(supportingUnion))
    team.supportingUnion = await standingRef(tx, supportingUnion, ['UnionOrganization']);
  if (isGiven(guidingPolice))
    team.guidingPolice = await standingRef(tx, guidingPolice, ['PoliceOrganization']);
  if (isGiven(place)) team.place = askedRef(place, ['AdministrativeUnit']);
  return team;
}

/** Records a training that a team had, once. @throws Refusal NOT_FOUND, INVALID_TRANSITION, GUARD_FAILED */
export async function recordTraining(
  tx: Transaction,
  input: RecordTeamTrainingInput,
): Promise<SelfManagedTeam> {
  const team = await tx.findExpected(SelfManagedTeam, input);
  requireState('recordTraining', team.state);
  const training = await knownRecord(tx, Activity, input.training);
  const ref = refText({ type: 'Activity', key: training.key });
  guard(
    isHeldTraining(training),
    'training-was-held',
    text(
      'Chỉ ghi nhận hoạt động loại TRAINING đã tổ chức (HELD hoặc REPORTED).',
      'Only an activity of the kind TRAINING that was held (HELD or REPORTED) is recorded.',
    ),
  );
  guard(
    !team.trainings.includes(ref),
    'training-recorded-once',
    text('Đợt tập huấn này đã được ghi nhận.', 'This training is recorded already.'),
  );
  team.trainings = [...team.trainings, ref];
  return team;
}

/** Records how many belong to a team. @throws Refusal INVALID_INPUT, INVALID_TRANSITION */
export async function reportSize(tx: Transaction, input: ReportTeamSizeInput): Promise<SelfManagedTeam> {
  const { memberCount } = input;
  if (memberCount < 1) throw nobody();
  const team = await tx.findExpected(SelfManagedTeam, input);
  requireState('reportSize', team.state);
  team.memberCount = memberCount;
  return team;
}

function isHeldTraining({ kind, state }: Activity): boolean {
  return kind === ActivityKind.TRAINING && [ActivityState.HELD, ActivityState.REPORTED].includes(state);
}

function nothingSaid(): Refusal {
  return new Refusal(
    UserErrorCode.INVALID_INPUT,
    text(
      'Hãy nêu ít nhất một trong: supportingUnion, guidingPolice, place.',
      'Name at least one of supportingUnion, guidingPolice, place.',
    ),
  );
}

function nobody(): Refusal {
  return new Refusal(
    UserErrorCode.INVALID_INPUT,
    text('Tổ có ít nhất 1 thành viên.', 'A team has 1 member at least.'),
    { field: 'memberCount' },
  );
}
