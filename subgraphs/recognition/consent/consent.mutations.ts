import { both } from '../../../schema/contract/text.js';
import { idOfRef, refText } from '../../shared/database/refs.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { ChangeInput } from '../../shared/writing/input.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { mutationOf } from '../nomination/mutation.js';
import { Recognition } from '../recognition/recognition.entity.js';
import { Consent } from './consent.entity.js';
import { CONSENT_STEPS, type ConsentStep } from './consent.steps.js';
import { InputType } from 'type-graphql';

/** A step of a consent. */
@InputType({ description: both('Bước của sự đồng ý', 'A step of a consent.') })
class ConsentStepInput extends ChangeInput {}

/** Which day a step sets. */
const DAY_OF = {
  request: 'requestedOn',
  grant: 'answeredOn',
  refuse: 'answeredOn',
  withdraw: 'withdrawnOn',
} as const satisfies Record<ConsentStep, keyof Consent>;

const CONSENT_MUTATIONS: Readonly<Record<ConsentStep, readonly [name: string, description: string]>> = {
  request: ['requestConsent', both('Ghi đã hỏi ý kiến cá nhân', 'Records that an individual was asked.')],
  grant: ['grantConsent', both('Ghi cá nhân đồng ý', 'Records that an individual consents.')],
  refuse: ['refuseConsent', both('Ghi cá nhân từ chối', 'Records that an individual refuses.')],
  withdraw: [
    'withdrawConsent',
    both(
      'Ghi cá nhân rút đồng ý: tên bị ẩn ngay ở mọi nơi, số lượng không đổi',
      'Records that an individual withdraws consent: the name is hidden everywhere at once, no count changes.',
    ),
  ],
};

/** What becomes of a consent. */
export const consentMutations = (Object.keys(CONSENT_STEPS) as ConsentStep[]).map((step) => {
  const [name, description] = CONSENT_MUTATIONS[step];
  return mutationOf({
    name,
    description,
    answers: Consent,
    by: CONSENT_STEPS[step].by,
    input: ConsentStepInput,
    work: (tx, input) => take(tx, step, input),
  });
});

async function take(tx: Transaction, step: ConsentStep, input: ConsentStepInput): Promise<Consent> {
  const consent = await tx.findExpected(Consent, input);
  consent.state = stateAfter(CONSENT_STEPS, step, consent.state);
  consent[DAY_OF[step]] = tx.today;
  if (step === 'withdraw') await tellWithdrawal(tx, consent);
  return consent;
}

/** Other agencies are told which recognitions have lost their name, and nothing else. */
async function tellWithdrawal(tx: Transaction, { recipient }: Consent): Promise<void> {
  const listing = { by: 'recipient', filters: [], order: BY_KEY };
  for (const { key } of await tx.read.whole(Recognition, listing, recipient)) {
    const entity = refText({ type: 'Recognition', key });
    tx.announce({ entity, kind: 'CONSENT_WITHDRAWN', content: { recognition: idOfRef(entity) } });
  }
}
