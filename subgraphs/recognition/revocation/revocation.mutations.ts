import { both, text } from '../../../schema/contract/text.js';
import { idOfRef, refText } from '../../shared/database/refs.js';
import { ChangeInput } from '../../shared/writing/input.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { Decision } from '../decision/decision.entity.js';
import { knownRecord } from '../../shared/writing/known-record.js';
import { mutationOf } from '../nomination/mutation.js';
import { NOMINATION_STEPS } from '../nomination/nomination-steps.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { stateOfStep } from '../nomination/take-step.js';
import { Recognition } from '../recognition/recognition.entity.js';
import { RecognitionState } from '../recognition/recognition.enums.js';
import { Revocation, RevocationGround } from './revocation.entity.js';
import { Field, ID, InputType } from 'type-graphql';

/** Why and by which decision a recognition is taken back. */
@InputType({ description: both('Việc thu hồi', 'Why and by which decision a recognition is taken back.') })
class RevokeRecognitionInput extends ChangeInput {
  @Field(() => RevocationGround, { description: both('Căn cứ', 'Why.') })
  readonly ground!: RevocationGround;

  @Field(() => ID, { description: both('Mã quyết định thu hồi', 'Id of the decision to revoke it.') })
  readonly decision!: string;
}

/** How a recognition is taken back: by the office that signs; of an outside authority the awards office records it. */
export const revocationMutations = [
  mutationOf({
    name: 'revokeRecognition',
    description: both(
      'Thu hồi một lần khen thưởng, có căn cứ và quyết định; mã là mã lần khen',
      'Takes a recognition back, on a ground and by a decision; the id is that of the recognition.',
    ),
    answers: Revocation,
    by: NOMINATION_STEPS.REVOKE.by,
    input: RevokeRecognitionInput,
    work: revoke,
  }),
] as const;

async function revoke(tx: Transaction, input: RevokeRecognitionInput): Promise<Revocation> {
  const recognition = await tx.findExpected(Recognition, input);
  const file = idOfRef(refText({ type: 'Nomination', key: recognition.nomination }));
  const nomination = await tx.find(Nomination, file);
  const state = await stateOfStep(tx, nomination, 'REVOKE');
  const decision = await knownRecord(tx, Decision, input.decision);
  requireDecision(decision, recognition);
  nomination.state = state;
  recognition.state = RecognitionState.REVOKED;
  announceRevocation(tx, recognition, input.ground);
  return tx.create(Revocation, {
    recognition: recognition.key,
    ground: input.ground,
    decision: decision.key,
    revokedOn: decision.decidedOn,
  });
}

function requireDecision(decision: Decision, recognition: Recognition): void {
  guard(
    decision.authority === recognition.authority &&
      decision.key !== recognition.decision &&
      decision.decidedOn >= recognition.conferredOn,
    'decision-to-revoke',
    text(
      'Cần một quyết định khác của cùng cơ quan, không trước ngày trao.',
      'Another decision of the same authority is needed, not before the conferral.',
    ),
  );
}

function announceRevocation(tx: Transaction, { key }: Recognition, ground: RevocationGround): void {
  const entity = refText({ type: 'Recognition', key });
  tx.announce({ entity, kind: 'RECOGNITION_REVOKED', content: { recognition: idOfRef(entity), ground } });
}
