import { both, type Text } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import type { RecordClass } from '../../shared/reading/rows.js';
import type { HubRecord } from '../../shared/record.js';
import type { Role } from '../../shared/rights/role.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import type { MutationInput } from '../../shared/writing/input.js';
import { payloadOf, type Payload } from '../../shared/writing/payload.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { Arg, Ctx, Mutation, Resolver, type ClassType } from 'type-graphql';

/** One mutation of the union's register. */
export interface UnionMutation<Node extends HubRecord, Input extends MutationInput> {
  /** Its name: a verb of the domain. */
  readonly operation: string;
  readonly answers: ClassType<Node> & RecordClass<Node>;
  readonly input: ClassType<Input>;
  readonly by: readonly Role[];
  readonly title: Text;
  readonly work: (transaction: Transaction, input: Input) => Promise<Node> | Node;
}

/** Makes the resolver of one mutation. */
export function unionMutation<Node extends HubRecord, Input extends MutationInput>(
  mutation: UnionMutation<Node, Input>,
) {
  const { operation, answers, by, title, work } = mutation;
  const Answer = payloadOf(operation, answers);

  @Resolver()
  class UnionMutationResolver {
    @NeedsScope('union:write')
    @Mutation(() => Answer, {
      nullable: true,
      description: both(title.vi, title.en),
    })
    [operation](
      @Arg('input', () => mutation.input, { description: both('Dữ liệu vào', 'What it takes.') })
      input: Input,
      @Ctx() { write }: SubgraphContext,
    ): Promise<Payload<Node>> {
      return write.change({ operation, answers, by, input, work: async (tx) => work(tx, input) });
    }
  }
  return UnionMutationResolver;
}
