import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { payloadOf, type Payload } from '../../shared/writing/payload.js';
import { OFFICERS } from '../document/officers.js';
import { draftAgreement } from './agreement-drafting.js';
import {
  AmendAgreementInput,
  BringAgreementIntoForceInput,
  DraftAgreementInput,
  ExpireAgreementInput,
  SignAgreementInput,
  TerminateAgreementInput,
} from './agreement-inputs.js';
import { signAgreement } from './agreement-signing.js';
import {
  amendAgreement,
  bringAgreementIntoForce,
  expireAgreement,
  terminateAgreement,
} from './agreement-stepping.js';
import { AGREEMENT_STEPS } from './agreement-steps.js';
import { CoordinationAgreement } from './coordination-agreement.entity.js';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

const Drafted = payloadOf('draftAgreement', CoordinationAgreement);
const Signed = payloadOf('signAgreement', CoordinationAgreement);
const BroughtIntoForce = payloadOf('bringAgreementIntoForce', CoordinationAgreement);
const Amended = payloadOf('amendAgreement', CoordinationAgreement);
const Terminated = payloadOf('terminateAgreement', CoordinationAgreement);
const Expired = payloadOf('expireAgreement', CoordinationAgreement);
const INPUT = { description: both('Nội dung đề nghị', 'What is asked for.') };

/** Writes agreements: each mutation takes one step of an agreement's life. */
@Resolver(() => CoordinationAgreement)
export class AgreementWritingResolver {
  @NeedsScope('coordination:write')
  @Mutation(() => Drafted, {
    nullable: true,
    description: both(
      'Ghi dự thảo thỏa thuận của các bên, trong đó có đơn vị thuộc phạm vi mình',
      'Puts on record an agreement to be, to which an organisation in your scope is a party.',
    ),
  })
  draftAgreement(
    @Arg('input', () => DraftAgreementInput, INPUT) input: DraftAgreementInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<CoordinationAgreement>> {
    return write.change({
      operation: 'draftAgreement',
      answers: CoordinationAgreement,
      by: OFFICERS,
      input,
      work: (tx) => draftAgreement(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Signed, {
    nullable: true,
    description: both(
      'Ghi chữ ký của một bên thuộc phạm vi mình; đủ các bên thì thỏa thuận được ký',
      'Records the signature of a party in your scope; with the last one the agreement is signed.',
    ),
  })
  signAgreement(
    @Arg('input', () => SignAgreementInput, INPUT) input: SignAgreementInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<CoordinationAgreement>> {
    return write.change({
      operation: 'signAgreement',
      answers: CoordinationAgreement,
      by: AGREEMENT_STEPS.sign.by,
      input,
      work: (tx) => signAgreement(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => BroughtIntoForce, {
    nullable: true,
    description: both(
      'Đưa thỏa thuận vào hiệu lực; thỏa thuận mà nó thay hết hiệu lực cùng ngày',
      'Brings a signed agreement into force; the one that it supersedes ends that day.',
    ),
  })
  bringAgreementIntoForce(
    @Arg('input', () => BringAgreementIntoForceInput, INPUT) input: BringAgreementIntoForceInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<CoordinationAgreement>> {
    return write.change({
      operation: 'bringAgreementIntoForce',
      answers: CoordinationAgreement,
      by: AGREEMENT_STEPS.bringIntoForce.by,
      input,
      work: (tx) => bringAgreementIntoForce(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Amended, {
    nullable: true,
    description: both(
      'Ghi việc các bên cùng sửa đổi thỏa thuận',
      'Records what all parties changed together.',
    ),
  })
  amendAgreement(
    @Arg('input', () => AmendAgreementInput, INPUT) input: AmendAgreementInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<CoordinationAgreement>> {
    return write.change({
      operation: 'amendAgreement',
      answers: CoordinationAgreement,
      by: AGREEMENT_STEPS.amend.by,
      input,
      work: (tx) => amendAgreement(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Terminated, {
    nullable: true,
    description: both('Chấm dứt thỏa thuận trước thời hạn', 'Ends an agreement before its term.'),
  })
  terminateAgreement(
    @Arg('input', () => TerminateAgreementInput, INPUT) input: TerminateAgreementInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<CoordinationAgreement>> {
    return write.change({
      operation: 'terminateAgreement',
      answers: CoordinationAgreement,
      by: AGREEMENT_STEPS.terminate.by,
      input,
      work: (tx) => terminateAgreement(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Expired, {
    nullable: true,
    description: both(
      'Ghi việc thỏa thuận đã hết thời hạn',
      'Records that the term of an agreement is over.',
    ),
  })
  expireAgreement(
    @Arg('input', () => ExpireAgreementInput, INPUT) input: ExpireAgreementInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<CoordinationAgreement>> {
    return write.change({
      operation: 'expireAgreement',
      answers: CoordinationAgreement,
      by: AGREEMENT_STEPS.expire.by,
      input,
      work: (tx) => expireAgreement(tx, input),
    });
  }
}
