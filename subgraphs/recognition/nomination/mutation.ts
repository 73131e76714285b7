import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import type { HubRecord } from '../../shared/record.js';
import type { Role } from '../../shared/rights/role.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import type { MutationInput } from '../../shared/writing/input.js';
import { payloadOf, type Payload } from '../../shared/writing/payload.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { Arg, Ctx, Mutation, Resolver, type ClassType } from 'type-graphql';

/** A mutation of the register of recognition: what clients read of it, who may ask for it, and what it does. */
export interface MutationPlan<Node extends HubRecord, Input extends MutationInput> {
  readonly name: string;
  readonly description: string;
  readonly answers: ClassType<Node>;
  readonly by: readonly Role[];
  readonly input: ClassType<Input>;
  /** Does it; refuses by throwing a Refusal. */
  readonly work: (tx: Transaction, input: Input) => Promise<Node>;
}

/** The resolver of one mutation. */
export function mutationOf<Node extends HubRecord, Input extends MutationInput>(
  plan: MutationPlan<Node, Input>,
) {
  const { name, description, answers, by, work } = plan;
  const payload = payloadOf(name, answers);

  @Resolver()
  class MutationResolver {
    @NeedsScope('recognition:write')
    @Mutation(() => payload, { name, description })
    change(
      @Arg('input', () => plan.input, { description: both('Dữ liệu vào', 'What is asked.') }) input: Input,
      @Ctx() { write }: SubgraphContext,
    ): Promise<Payload<Node>> {
      return write.change({ operation: name, answers, by, input, work: (tx) => work(tx, input) });
    }
  }
  return MutationResolver;
}
