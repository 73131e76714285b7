import { both } from '../../../schema/contract/text.js';
import type { HubRecord } from '../record.js';
import { UserError } from './user-error.js';
import { Field, ObjectType, type ClassType } from 'type-graphql';

/** What a mutation answers: the record as it is now, or why nothing was changed. */
export interface Payload<Node extends HubRecord> {
  readonly node: Node | null;
  readonly errors: readonly UserError[];
}

/** The GraphQL type of a mutation's answer: `SubmitNominationPayload { nomination, errors }`. */
export function payloadOf<Node extends HubRecord>(
  mutation: string,
  node: ClassType<Node>,
): ClassType<Payload<Node>> {
  const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Payload`;
  const field = `${node.name.charAt(0).toLowerCase()}${node.name.slice(1)}`;

  @ObjectType(name, { description: both(`Kết quả của ${mutation}`, `What ${mutation} answers.`) })
  class MutationPayload implements Payload<Node> {
    @Field(() => node, {
      name: field,
      nullable: true,
      description: both(
        'Bản ghi sau thay đổi; trống khi bị từ chối',
        'The record as it is now; null when refused.',
      ),
    })
    readonly node!: Node | null;

    @Field(() => [UserError], {
      description: both('Lý do từ chối', 'Why it was refused; empty when it was done.'),
    })
    readonly errors!: readonly UserError[];
  }
  return MutationPayload;
}
