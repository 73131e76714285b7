import { text } from '../../../schema/contract/text.js';
import type { ClassType } from 'type-graphql';
import type { ChangeInput } from '../../shared/writing/input.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard, Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { mutationOf } from './mutation.js';
import { NOMINATION_STEPS, type NominationStepName } from './nomination-steps.js';
import { Nomination } from './nomination.entity.js';
import type { NominationState } from './nomination.enums.js';

/** What a step does beside moving the file; refuses by throwing. */
export type StepWork<Input> = (tx: Transaction, nomination: Nomination, input: Input) => Promise<void> | void;

/** A mutation that takes one step of a nomination. */
export interface StepPlan<Input extends ChangeInput> {
  readonly name: string;
  readonly act: NominationStepName;
  readonly description: string;
  readonly input: ClassType<Input>;
  readonly work?: StepWork<Input>;
}

/** The resolver of a mutation that takes one step of a nomination. */
export function stepMutation<Input extends ChangeInput>({ act, work, ...plan }: StepPlan<Input>) {
  return mutationOf({
    ...plan,
    answers: Nomination,
    by: NOMINATION_STEPS[act].by,
    work: async (tx, input: Input) => {
      const nomination = await tx.findExpected(Nomination, input);
      const state = await stateOfStep(tx, nomination, act);
      await work?.(tx, nomination, input);
      nomination.state = state;
      return nomination;
    },
  });
}

/**
 * The state to which a step leads, if the step is possible, the file not on hold, and nobody does both of two parts of the
 * procedure that have to be kept apart.
 *
 * @throws Refusal INVALID_TRANSITION, SEPARATION_OF_DUTIES, GUARD_FAILED
 */
export async function stateOfStep(
  tx: Transaction,
  nomination: Nomination,
  act: NominationStepName,
): Promise<NominationState> {
  const state = stateAfter(NOMINATION_STEPS, act, nomination.state);
  await requireApart(tx, nomination.key, act);
  return state;
}

/**
 * Refuses a step to whoever had a part in the file that has to be kept apart from it, and a step that has to wait.
 *
 * @throws Refusal SEPARATION_OF_DUTIES, GUARD_FAILED
 */
export async function requireApart(
  tx: Transaction,
  nomination: string,
  act: NominationStepName,
): Promise<void> {
  const [found] = await tx.em.execute<Obstacles[]>(
    'select breaks_separation(?, ?) as "isOneDuty", is_held_back(?, ?) as "isHeldBack"',
    [nomination, act, nomination, act],
  );
  if (found?.isOneDuty) throw oneDuty();
  guard(found?.isHeldBack !== true, 'nomination-is-clear', NOT_CLEAR);
}

interface Obstacles {
  readonly isOneDuty: boolean;
  readonly isHeldBack: boolean;
}

const NOT_CLEAR = text(
  'Cơ quan thi đua, khen thưởng chưa cho hồ sơ đi tiếp.',
  'The awards office has not let the file go on yet.',
);

function oneDuty(): Refusal {
  return new Refusal(
    UserErrorCode.SEPARATION_OF_DUTIES,
    text(
      'Bạn hoặc đơn vị của bạn đã giữ vai khác trong hồ sơ này: bước này phải do người, đơn vị khác thực hiện.',
      'You or your unit had another part in this file: somebody else has to take this step.',
    ),
    { rule: 'separation-of-duties' },
  );
}
