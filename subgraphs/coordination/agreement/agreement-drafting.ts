import { text } from '../../../schema/contract/text.js';
import { isGiven } from '../../shared/reading/asked.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import {
  givenClassification,
  givenOrganizations,
  givenText,
  maybeGivenText,
  misgiven,
} from '../document/given.js';
import type { DraftAgreementInput } from './agreement-inputs.js';
import { AgreementState } from './agreement-kind.js';
import { givenTasks } from './agreement-task.js';
import { CoordinationAgreement } from './coordination-agreement.entity.js';

/** Puts an agreement to be on record. @throws HubError INVALID_ID; Refusal INVALID_INPUT, GUARD_FAILED, FORBIDDEN_SCOPE */
export async function draftAgreement(
  tx: Transaction,
  input: DraftAgreementInput,
): Promise<CoordinationAgreement> {
  const parties = await givenOrganizations(tx.read, input.parties, 'parties');
  if (parties.length < 2) throw misgiven('parties', text('Cần ít nhất hai bên.', 'Two parties are needed.'));
  return tx.create(CoordinationAgreement, {
    ...givenValues(input),
    parties,
    supersedes: await predecessorOf(tx, input, parties),
    state: AgreementState.DRAFT,
  });
}

function givenValues({ kind, ordinal, nameVi, nameEn, tasks, classification }: DraftAgreementInput) {
  if (isGiven(ordinal) && ordinal < 1)
    throw misgiven('ordinal', text('Cần số từ 1 trở lên.', 'A number from 1 on is needed.'));
  return {
    kind,
    ordinal: ordinal ?? null,
    nameVi: givenText(nameVi, 'nameVi'),
    nameEn: maybeGivenText(nameEn, 'nameEn'),
    tasks: givenTasks(tasks),
    classification: givenClassification(classification),
  };
}

/** Key of the agreement that it is to follow: one of the same parties, or of those that they succeeded or stand above. */
async function predecessorOf(
  tx: Transaction,
  { supersedes }: DraftAgreementInput,
  parties: readonly string[],
): Promise<string | null> {
  if (!isGiven(supersedes)) return null;
  const predecessor = await tx.find(CoordinationAgreement, supersedes);
  const [line] = await tx.em.execute<Line[]>(
    `select bool_and(is_continued_by(party, string_to_array(?, ' '))) as goes_on
     from unnest(string_to_array(?, ' ')) party`,
    [parties.join(' '), predecessor.parties.join(' ')],
  );
  guard(line?.goes_on === true, 'line-keeps-its-parties', SAME_PARTIES);
  return predecessor.key;
}

interface Line {
  readonly goes_on: boolean | null;
}

const SAME_PARTIES = text(
  'Mỗi bên của thỏa thuận trước, hoặc tổ chức kế thừa nó, phải là một bên của thỏa thuận này.',
  'Every party of the earlier agreement, or its successor, has to be a party to this one.',
);
