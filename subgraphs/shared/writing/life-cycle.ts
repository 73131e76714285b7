import { text } from '../../../schema/contract/text.js';
import type { Role } from '../rights/role.js';
import { Refusal, UserErrorCode } from './refusal.js';

/** One step of a life cycle: where it may begin, where it leads, and who may take it. */
export interface Step<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
  readonly by: readonly Role[];
}

/** A life cycle: its steps by name. Clients name the step, never the state. */
export type LifeCycle<Name extends string, State extends string> = Readonly<Record<Name, Step<State>>>;

/**
 * The state to which the step leads.
 *
 * @throws Refusal INVALID_TRANSITION, which names the steps that the present state allows
 */
export function stateAfter<Name extends string, State extends string>(
  cycle: LifeCycle<Name, State>,
  step: Name,
  state: State,
): State {
  const { from, to } = cycle[step];
  if (from.includes(state)) return to;
  const allowed = stepsFrom(cycle, state).join(', ') || '—';
  throw new Refusal(
    UserErrorCode.INVALID_TRANSITION,
    text(
      `Không thể "${step}" khi đang ở trạng thái ${state}; các bước có thể: ${allowed}.`,
      `"${step}" is not possible from ${state}; possible steps: ${allowed}.`,
    ),
    { rule: step },
  );
}

/** The names of the steps that may begin in a state. */
export function stepsFrom<Name extends string, State extends string>(
  cycle: LifeCycle<Name, State>,
  state: State,
): readonly Name[] {
  return (Object.keys(cycle) as Name[]).filter((name) => cycle[name].from.includes(state));
}
