import { text } from '../../../schema/contract/text.js';
import { refText } from '../../shared/database/refs.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { askedRef, isGiven, type Maybe } from '../../shared/reading/asked.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { partialDate } from '../../shared/values/partial-date.js';
import { heldOn } from '../../shared/values/validity.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard, Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { Document } from '../document/document.entity.js';
import { givenRecord, misgiven } from '../document/given.js';
import { OfficeHolding } from '../official/office-holding.entity.js';
import type { SignAgreementInput } from './agreement-inputs.js';
import { AgreementSignature } from './agreement-signature.entity.js';
import { AGREEMENT_STEPS } from './agreement-steps.js';
import { CoordinationAgreement } from './coordination-agreement.entity.js';
import { dutyMark } from './duty-mark.js';

/**
 * Records the signature of one party, by an officer in whose scope it is; with the last one the agreement is signed.
 *
 * @throws HubError INVALID_ID; Refusal INVALID_TRANSITION, SEPARATION_OF_DUTIES, FORBIDDEN_SCOPE, GUARD_FAILED, NOT_FOUND
 */
export async function signAgreement(
  tx: Transaction,
  input: SignAgreementInput,
): Promise<CoordinationAgreement> {
  const agreement = await tx.findExpected(CoordinationAgreement, input);
  const signed = stateAfter(AGREEMENT_STEPS, 'sign', agreement.state);
  const earlier = await signaturesOf(tx, agreement);
  const signature = await addSignature(tx, { agreement, earlier, input });
  agreement.signatories = [
    ...agreement.signatories,
    refText({ type: 'OfficeHolding', key: signature.signatory }),
  ];
  await putOnPaper(tx, agreement, input.document);
  const all = [...earlier, signature];
  if (all.length < agreement.parties.length) return agreement;
  agreement.state = signed;
  agreement.signedOn = partialDate(lastDay(all));
  return agreement;
}

function signaturesOf(
  { read }: Transaction,
  { key }: CoordinationAgreement,
): Promise<readonly AgreementSignature[]> {
  return read.whole(AgreementSignature, { by: 'agreement', filters: [], order: BY_KEY }, key);
}

/** A signature that is to be added to earlier ones. */
interface Signing {
  readonly agreement: CoordinationAgreement;
  readonly earlier: readonly AgreementSignature[];
  readonly input: SignAgreementInput;
}

async function addSignature(
  tx: Transaction,
  { agreement, earlier, input }: Signing,
): Promise<AgreementSignature> {
  const party = partyOf(agreement, input.party);
  const recordedBy = dutyMark(tx.actor, agreement.key);
  guard(!earlier.some((each) => each.party === party), 'party-signs-once', ONCE);
  if (earlier.some((each) => each.recordedBy === recordedBy)) throw sameOfficer();
  guard(input.signedOn <= tx.today, 'signed-by-today', BY_TODAY);
  const { key: signatory } = await signatoryOf(tx, party, input);
  const { signedOn } = input;
  return tx.create(AgreementSignature, { agreement: agreement.key, party, signedOn, signatory, recordedBy });
}

function partyOf({ parties }: CoordinationAgreement, id: string): string {
  const party = askedRef(id, ORGANIZATION_TYPES);
  if (parties.includes(party)) return party;
  throw misgiven('party', text('Tổ chức này không phải là một bên.', 'This organisation is no party to it.'));
}

/** Whoever signs for a party holds an office in it on that day. */
async function signatoryOf(
  { read }: Transaction,
  party: string,
  { signatory, signedOn }: SignAgreementInput,
): Promise<OfficeHolding> {
  const holding = await givenRecord(read, OfficeHolding, signatory);
  const holds = holding.organization === party && holding.voidedOn === null && heldOn(holding, signedOn);
  guard(holds, 'signatory-in-office', IN_OFFICE);
  return holding;
}

/** All parties sign the same paper. */
async function putOnPaper(
  { read }: Transaction,
  agreement: CoordinationAgreement,
  id: Maybe<string>,
): Promise<void> {
  if (!isGiven(id)) return;
  const { key } = await givenRecord(read, Document, id);
  guard(agreement.document === null || agreement.document === key, 'one-paper', ONE_PAPER);
  agreement.document = key;
}

function lastDay(signatures: readonly AgreementSignature[]): string {
  return (
    signatures
      .map(({ signedOn }) => signedOn)
      .toSorted()
      .at(-1) ?? ''
  );
}

function sameOfficer(): Refusal {
  return new Refusal(
    UserErrorCode.SEPARATION_OF_DUTIES,
    text(
      'Người đã ghi chữ ký của một bên không được ghi chữ ký của bên khác.',
      'Who recorded the signature of one party does not record that of another.',
    ),
    { rule: 'each-party-by-its-own-officer' },
  );
}

const ONCE = text('Bên này đã ký.', 'This party has signed.');
const BY_TODAY = text('Ngày ký không sau hôm nay.', 'A party signs today at the latest.');
const IN_OFFICE = text(
  'Người ký phải giữ chức vụ tại chính bên ký vào ngày ký.',
  'Who signs has to hold an office in that party on that day.',
);
const ONE_PAPER = text('Các bên phải ký cùng một văn bản.', 'All parties have to sign the same document.');
