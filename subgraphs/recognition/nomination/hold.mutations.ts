import { both } from '../../../schema/contract/text.js';
import { text } from '../../../schema/contract/text.js';
import { Classification } from '../../shared/values/classification.js';
import { ChangeInput } from '../../shared/writing/input.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { Hold, HoldKind } from './hold.entity.js';
import { mutationOf } from './mutation.js';
import { SECRETARY } from './nomination-steps.js';
import { Nomination } from './nomination.entity.js';
import { Field, InputType } from 'type-graphql';

/** Why a file has to wait. */
@InputType({ description: both('Việc tạm dừng hồ sơ', 'Why a file has to wait.') })
class HoldNominationInput extends ChangeInput {
  @Field(() => HoldKind, { description: both('Lý do', 'Why.') })
  readonly kind!: HoldKind;
}

/** Which hold ends. */
@InputType({ description: both('Việc thôi tạm dừng', 'Which hold ends; the id is that of the hold.') })
class ReleaseNominationInput extends ChangeInput {}

/** How the awards office lets a file wait. */
export const holdMutations = [
  mutationOf({
    name: 'holdNomination',
    description: both(
      'Tạm dừng hồ sơ; chỉ loại và ngày được lưu, chỉ thư ký thấy',
      'Lets a nomination wait; its kind and dates alone are kept, and only the awards office sees them.',
    ),
    answers: Hold,
    by: SECRETARY,
    input: HoldNominationInput,
    work: hold,
  }),
  mutationOf({
    name: 'releaseNomination',
    description: both('Cho hồ sơ đi tiếp', 'Lets a nomination go on; the id is that of the hold.'),
    answers: Hold,
    by: SECRETARY,
    input: ReleaseNominationInput,
    work: release,
  }),
] as const;

async function hold(tx: Transaction, input: HoldNominationInput): Promise<Hold> {
  const { key, authority } = await tx.findExpected(Nomination, input);
  return tx.create(Hold, {
    classification: Classification.RESTRICTED,
    nomination: key,
    authority,
    kind: input.kind,
    heldOn: tx.today,
  });
}

async function release(tx: Transaction, input: ReleaseNominationInput): Promise<Hold> {
  const held = await tx.findExpected(Hold, input);
  guard(
    held.releasedOn === null,
    'hold-is-open',
    text('Hồ sơ đã được cho đi tiếp.', 'The file has been let go on already.'),
  );
  held.releasedOn = tx.today;
  return held;
}
