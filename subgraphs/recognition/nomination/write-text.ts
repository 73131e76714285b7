import { HubError } from '../../../schema/contract/errors.js';
import { text } from '../../../schema/contract/text.js';
import { Classification } from '../../shared/values/classification.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { isConsentWithheld } from '../consent/withheld.js';
import { PersonalText } from '../recipient/personal-text.entity.js';
import type { PersonalTextKind } from '../recipient/recipient.enums.js';

/** Longest personal text. Unit: characters. */
const LONGEST = 2_000;

/** A text about a recipient, a nomination or a consultation. */
export interface WrittenText {
  readonly kind: PersonalTextKind;
  readonly recipient: string;
  /** Key of the nomination; none for a name. */
  readonly nomination: string | null;
  /** Key of what it tells of. */
  readonly aboutKey: string;
  readonly text: string;
  /** Field of the input. */
  readonly field: string;
}

/**
 * Writes a personal text, in place of an earlier one.
 *
 * @throws HubError INVALID_INPUT when it is empty or too long; Refusal GUARD_FAILED once consent is refused or withdrawn
 */
export async function writeText(tx: Transaction, { field, ...written }: WrittenText): Promise<void> {
  const words = written.text.trim();
  if (words === '' || words.length > LONGEST || words.includes('\0')) throw wrongLength(field);
  await requireConsentStands(tx, written.recipient);
  const { kind, aboutKey } = written;
  const known = await tx.em.findOne(PersonalText, { kind, aboutKey });
  if (known) known.text = words;
  else tx.create(PersonalText, { ...written, text: words, classification: Classification.RESTRICTED });
}

async function requireConsentStands(tx: Transaction, recipient: string): Promise<void> {
  guard(
    !(await isConsentWithheld(tx, recipient)),
    'consent-is-not-withheld',
    text(
      'Cá nhân đã từ chối hoặc rút đồng ý: không được viết thêm về cá nhân đó; hãy rút hoặc bác hồ sơ.',
      'The individual refused or withdrew consent: nothing more is written; withdraw or reject the file.',
    ),
  );
}

function wrongLength(field: string): HubError {
  return new HubError(
    'INVALID_INPUT',
    text(`Cần từ 1 đến ${LONGEST} ký tự.`, `Between 1 and ${LONGEST} characters are needed.`),
    { field },
  );
}
