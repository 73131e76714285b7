import type { ChangeInput } from '../../shared/writing/input.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { mutationOf } from '../nomination/mutation.js';
import { StandardRecognition } from './standard-recognition.entity.js';
import { STANDARD_STEPS, type StandardStepName } from './standard-steps.js';
import type { ClassType } from 'type-graphql';

/** A mutation that takes one step of a yearly recognition. */
export interface StandardStepPlan<Input extends ChangeInput> {
  readonly name: string;
  readonly step: StandardStepName;
  readonly description: string;
  readonly input: ClassType<Input>;
  /** What the step does beside moving the file; refuses by throwing. */
  readonly work: (tx: Transaction, recognition: StandardRecognition, input: Input) => Promise<void> | void;
}

/** The resolver of a mutation that takes one step of a yearly recognition. */
export function standardStep<Input extends ChangeInput>({ step, work, ...plan }: StandardStepPlan<Input>) {
  return mutationOf({
    ...plan,
    answers: StandardRecognition,
    by: STANDARD_STEPS[step].by,
    work: async (tx, input: Input) => {
      const recognition = await tx.findExpected(StandardRecognition, input);
      const state = stateAfter(STANDARD_STEPS, step, recognition.state);
      await work(tx, recognition, input);
      recognition.state = state;
      return recognition;
    },
  });
}
