import { text } from '../../../schema/contract/text.js';
import type { LifeCycle } from '../../shared/writing/life-cycle.js';
import { Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import { TeamState } from './team-kind.js';

const { PROPOSED, ESTABLISHED, ACTIVE, DORMANT, DISSOLVED, MERGED } = TeamState;

/** Who answers for a team: officers of its supporting union and of its guiding police. Source: domain rule, teams. */
export const TEAM_OFFICERS = ['UNION_OFFICER', 'POLICE_OFFICER'] as const;

/** The life of a team, step by step. Source: domain rule, life cycles. */
export const TEAM_STEPS = {
  establish: { from: [PROPOSED], to: ESTABLISHED, by: TEAM_OFFICERS },
  activate: { from: [ESTABLISHED, DORMANT], to: ACTIVE, by: TEAM_OFFICERS },
  suspend: { from: [ACTIVE], to: DORMANT, by: TEAM_OFFICERS },
  dissolve: { from: [ACTIVE, DORMANT], to: DISSOLVED, by: TEAM_OFFICERS },
  merge: { from: [ACTIVE, DORMANT], to: MERGED, by: TEAM_OFFICERS },
} as const satisfies LifeCycle<string, TeamState>;

/** What is done to a team without changing its state, and the states in which it may be. */
export const TEAM_WORK = {
  repoint: [PROPOSED, ESTABLISHED, ACTIVE, DORMANT],
  recordTraining: [ESTABLISHED, ACTIVE, DORMANT],
  reportSize: [ESTABLISHED, ACTIVE, DORMANT],
  takeIn: [ESTABLISHED, ACTIVE, DORMANT],
} as const satisfies Readonly<Record<string, readonly TeamState[]>>;

/** @throws Refusal INVALID_TRANSITION when nothing of the kind is done to a team in this state */
export function requireState(work: keyof typeof TEAM_WORK, state: TeamState): void {
  const allowed: readonly TeamState[] = TEAM_WORK[work];
  if (allowed.includes(state)) return;
  throw new Refusal(
    UserErrorCode.INVALID_TRANSITION,
    text(
      `Không thể "${work}" với tổ ở trạng thái ${state}; cần một trong: ${allowed.join(', ')}.`,
      `"${work}" is not possible for a team that is ${state}; it has to be one of ${allowed.join(', ')}.`,
    ),
    { rule: work },
  );
}
