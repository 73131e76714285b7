import { both, text } from '../../../schema/contract/text.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { askedRef } from '../../shared/reading/asked.js';
import { Classification } from '../../shared/values/classification.js';
import { MutationInput } from '../../shared/writing/input.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { RecipientKind } from '../award/award-authority-rule.enums.js';
import { RecipientSide } from '../batch/recognition-batch.enums.js';
import { Consent } from '../consent/consent.entity.js';
import { ConsentState } from '../consent/consent.steps.js';
import { mutationOf } from '../nomination/mutation.js';
import { OFFICERS } from '../nomination/nomination-steps.js';
import { writeText } from '../nomination/write-text.js';
import { PersonalTextKind, RecipientVisibility } from './recipient.enums.js';
import { Recipient } from './recipient.entity.js';
import { Field, ID, InputType } from 'type-graphql';

/** Somebody or something that is to be nominated. */
@InputType({ description: both('Đối tượng sẽ được đề nghị khen', 'Who is to be nominated.') })
class RegisterRecipientInput extends MutationInput {
  @Field(() => RecipientKind, { description: both('Loại đối tượng', 'What kind of recipient.') })
  readonly kind!: RecipientKind;

  @Field(() => RecipientSide, {
    description: both('Bên được khen, không phải MIXED', 'On which side; not MIXED.'),
  })
  readonly side!: RecipientSide;

  @Field(() => ID, {
    description: both(
      'Mã tổ chức: chính đối tượng, hoặc nơi tập thể, cá nhân làm việc; với doanh nghiệp: công đoàn tại đó',
      'Id of the organisation: the recipient itself, or where it works; of an enterprise, its union.',
    ),
  })
  readonly organization!: string;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã doanh nghiệp; bắt buộc với doanh nghiệp và chỉ với doanh nghiệp',
      'Id of the enterprise; of an enterprise, and of nobody else.',
    ),
  })
  readonly enterprise?: string;

  @Field(() => RecipientVisibility, {
    description: both('Mức công khai', 'How it may appear to the public.'),
  })
  readonly visibility!: RecipientVisibility;

  @Field(() => String, {
    nullable: true,
    description: both(
      'Tên hiển thị; bắt buộc với cá nhân và chỉ với cá nhân',
      'Display name; of an individual, and of nobody else.',
    ),
  })
  readonly displayName?: string;
}

/** What nominators do with those whom they nominate. */
export const recipientMutations = [
  mutationOf({
    name: 'registerRecipient',
    description: both('Ghi đối tượng sẽ được đề nghị khen', 'Enters somebody who is to be nominated.'),
    answers: Recipient,
    by: OFFICERS,
    input: RegisterRecipientInput,
    work: register,
  }),
] as const;

async function register(tx: Transaction, input: RegisterRecipientInput): Promise<Recipient> {
  const { kind, side, visibility, displayName } = input;
  const isIndividual = kind === RecipientKind.INDIVIDUAL;
  guard(
    isIndividual === Boolean(displayName?.trim()),
    'name-of-an-individual',
    text('Chỉ cá nhân mới có tên, và phải có.', 'An individual has a name, and nobody else has.'),
  );
  const organization = askedRef(input.organization, ORGANIZATION_TYPES);
  requireSide(side, organization);
  const recipient = tx.create(Recipient, {
    classification: Classification.RESTRICTED,
    kind,
    side,
    visibility,
    organization,
    enterprise: input.enterprise ? askedRef(input.enterprise, ['Enterprise']) : null,
    registeredBy: tx.actor.organization,
  });
  await tx.flush();
  tx.create(Consent, {
    classification: Classification.RESTRICTED,
    recipient: recipient.key,
    state: isIndividual ? ConsentState.NOT_REQUESTED : ConsentState.NOT_REQUIRED,
  });
  if (displayName) await writeName(tx, recipient, displayName);
  return recipient;
}

/** Whom the counterpart is asked about depends on the side. @throws Refusal GUARD_FAILED */
function requireSide(side: RecipientSide, organization: string): void {
  guard(
    (side === RecipientSide.POLICE) === organization.startsWith('PoliceOrganization:'),
    'side-of-the-organisation',
    text(
      'Bên POLICE dành cho, và chỉ dành cho, đối tượng thuộc tổ chức công an.',
      'The side is POLICE for whoever belongs to a police organisation, and for nobody else.',
    ),
  );
}

function writeName(tx: Transaction, { key }: Recipient, name: string): Promise<void> {
  return writeText(tx, {
    kind: PersonalTextKind.NAME,
    recipient: key,
    nomination: null,
    aboutKey: key,
    text: name,
    field: 'displayName',
  });
}
