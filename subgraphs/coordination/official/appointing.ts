import { text } from '../../../schema/contract/text.js';
import { sortKey } from '../../shared/fold.js';
import { isGiven } from '../../shared/reading/asked.js';
import { DatePrecision } from '../../shared/values/partial-date.js';
import type { Provenance } from '../../shared/values/provenance.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { givenOrganizations, givenRecord, givenText, maybeGivenText, misgiven } from '../document/given.js';
import { statedIn } from '../source/stated-in.js';
import { holdingState, HOLDING_STEPS } from './holding-steps.js';
import { OfficeHolding } from './office-holding.entity.js';
import type {
  AppointOfficialInput,
  CorrectOfficialNameInput,
  EndOfficeHoldingInput,
} from './official-inputs.js';
import { Official } from './official.entity.js';

/**
 * Appoints somebody to an office of an organisation that exists on the first day.
 *
 * @throws HubError INVALID_ID; Refusal INVALID_INPUT, GUARD_FAILED, NOT_FOUND, FORBIDDEN_SCOPE
 */
export async function appointOfficial(tx: Transaction, input: AppointOfficialInput): Promise<OfficeHolding> {
  const [organization = ''] = await givenOrganizations(tx.read, [input.organization], 'organization');
  await requireThere(tx, organization, input.from);
  const provenance = [await statedIn(tx, input.source)];
  const official = await officialOf(tx, { input, organization, provenance });
  return tx.create(OfficeHolding, {
    official,
    organization,
    officeVi: givenText(input.officeVi, 'officeVi'),
    officeEn: givenText(input.officeEn, 'officeEn'),
    rankVi: maybeGivenText(input.rankVi, 'rankVi'),
    rankEn: maybeGivenText(input.rankEn, 'rankEn'),
    attestedOn: [],
    validFrom: input.from,
    validFromPrecision: DatePrecision.DAY,
    provenance,
  });
}

/** Ends an office held; one that was attested with its end unknown, no earlier than attested. @throws Refusal INVALID_TRANSITION, GUARD_FAILED */
export async function endOfficeHolding(
  tx: Transaction,
  input: EndOfficeHoldingInput,
): Promise<OfficeHolding> {
  const holding = await tx.findExpected(OfficeHolding, input);
  const state = holdingState(holding, tx.today);
  stateAfter(HOLDING_STEPS, 'endOfficeHolding', state);
  guard(input.on > (holding.validFrom ?? ''), 'valid_in_order', AFTER_BEGINNING);
  guard(input.on >= (holding.validTo ?? ''), 'held-while-attested', WHILE_ATTESTED);
  return Object.assign(holding, {
    validTo: input.on,
    validToPrecision: DatePrecision.DAY,
    provenance: [...holding.provenance, await statedIn(tx, input.source)],
  });
}

/** Corrects the name of an official who holds or held an office in scope. @throws Refusal INVALID_INPUT */
export async function correctOfficialName(
  tx: Transaction,
  input: CorrectOfficialNameInput,
): Promise<Official> {
  const official = await tx.findExpected(Official, input);
  const provenance = [...official.provenance, await statedIn(tx, input.source)];
  return Object.assign(official, { name: givenName(input.name), provenance });
}

/** An appointment to an organisation. */
interface Appointment {
  readonly input: AppointOfficialInput;
  readonly organization: string;
  readonly provenance: readonly Provenance[];
}

/** Key of whoever is appointed: somebody known, or somebody who is known by this appointment. */
async function officialOf(
  tx: Transaction,
  { input: { official, name, isNamesake }, organization, provenance }: Appointment,
): Promise<string> {
  if (isGiven(official) === isGiven(name)) throw misgiven('official', ONE_OF_BOTH);
  if (isGiven(official)) return (await givenRecord(tx.read, Official, official)).key;
  const fullName = givenName(name ?? '');
  if (!isNamesake) guard(!(await isKnown(tx, fullName, organization)), 'official-known-there', KNOWN);
  const { key } = tx.create(Official, { name: fullName, sortKey: sortKey(fullName), provenance });
  await tx.flush();
  return key;
}

/** Whether somebody of that name is on record with an office in the organisation, be it a voided one. */
async function isKnown({ em }: Transaction, name: string, organization: string): Promise<boolean> {
  const known = await em.execute<object[]>(
    `select from official o join office_holding h on h.official_key = o.key
     where o.sort_key = ? and h.organization = ? limit 1`,
    [sortKey(name), organization],
  );
  return known.length > 0;
}

/** Of a union is known here what its own register has announced. */
async function requireThere({ em }: Transaction, organization: string, day: string): Promise<void> {
  const [there] = await em.execute<{ readonly stands: boolean }[]>('select stands_on(?, ?::date) as stands', [
    organization,
    day,
  ]);
  guard(there?.stands ?? false, 'organization-stands-that-day', NOT_THERE);
}

/** What a name is written with: nothing else that is known of somebody. */
const NAME = /^\p{L}[\p{L}\p{M}]*(?:[ .'’-]{1,2}[\p{L}\p{M}]+)+$/u;
/** Unit: characters. Source: own limit. */
const LONGEST_NAME = 100;

function givenName(written: string): string {
  const name = givenText(written, 'name').replaceAll(/\s+/g, ' ');
  if (name.length <= LONGEST_NAME && NAME.test(name)) return name;
  throw misgiven('name', ONLY_NAME);
}

const ONE_OF_BOTH = text(
  'Ghi mã người giữ chức vụ hoặc họ và tên, một trong hai.',
  'Say the official, or the name: one of both.',
);
const ONLY_NAME = text(
  `Họ và tên gồm ít nhất hai từ, chỉ chữ cái, đến ${LONGEST_NAME} ký tự; không ghi thông tin khác.`,
  `A full name has two words at least, letters alone, ${LONGEST_NAME} characters at most; nothing else is recorded.`,
);
const KNOWN = text(
  'Người có họ tên này đã được ghi nhận tại tổ chức: hãy dùng mã của người đó, hoặc xác nhận là người khác (isNamesake).',
  'Somebody of this name is known in the organisation: say that id, or confirm that it is somebody else (isNamesake).',
);
const NOT_THERE = text(
  'Tổ chức không hoạt động vào ngày nhận chức vụ.',
  'The organisation does not stand on the first day in office.',
);
const AFTER_BEGINNING = text('Ngày kết thúc phải sau ngày đầu.', 'The end must come after the first day.');
const WHILE_ATTESTED = text(
  'Nguồn còn xác nhận chức vụ sau ngày này.',
  'Sources attest the office after that day.',
);
