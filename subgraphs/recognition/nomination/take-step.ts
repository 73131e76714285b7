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
      await requireClear(tx, nomination.key, act);
      nomination.state = state;
      return nomination;
    },
  });
}

/**
 * The state to which a step leads, if the step is possible, and nobody does both of two parts of the procedure that have to
 * be kept apart.
 *
 * @throws Refusal INVALID_TRANSITION, SEPARATION_OF_DUTIES
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
 * Refuses a step to whoever had a part in the file that has to be kept apart from it.
 *
 * @throws Refusal SEPARATION_OF_DUTIES
 */
export async function requireApart(
  tx: Transaction,
  nomination: string,
  act: NominationStepName,
): Promise<void> {
  const [found] = await tx.em.execute<{ isOneDuty: boolean }[]>(
    'select breaks_separation(?, ?) as "isOneDuty"',
    [nomination, act],
  );
  if (found?.isOneDuty) throw oneDuty();
}

/**
 * Refuses a step of a file that is on hold, or that may not be awarded for want of consent. Which of the two it is, and
 * so that there is a hold, is for the awards office alone to know: to be asked last, after all that says more.
 *
 * @throws Refusal GUARD_FAILED
 */
export async function requireClear(
  tx: Transaction,
  nomination: string,
  act: NominationStepName,
): Promise<void> {
  const [found] = await tx.em.execute<{ isHeldBack: boolean }[]>(
    'select is_held_back(?, ?) as "isHeldBack"',
    [nomination, act],
  );
  guard(found?.isHeldBack !== true, 'nomination-is-clear', NOT_CLEAR);
}

const NOT_CLEAR = text(
  'Hồ sơ chưa thể đi tiếp: cá nhân không đồng ý, hoặc cơ quan thi đua, khen thưởng chưa cho đi tiếp.',
  'The file cannot go on: consent is missing, or the awards office has not let it go on yet.',
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
