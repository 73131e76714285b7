import { text } from '../../../schema/contract/text.js';
import { askedRef } from '../../shared/reading/asked.js';
import { DatePrecision } from '../../shared/values/partial-date.js';
import type { Provenance } from '../../shared/values/provenance.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { givenRecord } from '../document/given.js';
import { statedIn } from '../source/stated-in.js';
import type {
  AssignPoliceJurisdictionInput,
  EndPoliceJurisdictionInput,
  TransferPoliceJurisdictionInput,
} from './jurisdiction-inputs.js';
import { PoliceJurisdiction } from './police-jurisdiction.entity.js';
import { PoliceOrganization } from './police-organization.entity.js';

/** Puts a police organisation below the officer's own in charge of a unit from a day on. @throws HubError INVALID_ID; Refusal NOT_FOUND, GUARD_FAILED, FORBIDDEN_SCOPE */
export async function assignPoliceJurisdiction(
  tx: Transaction,
  { police, from, source, ...input }: AssignPoliceJurisdictionInput,
): Promise<PoliceJurisdiction> {
  const unit = askedRef(input.unit, ['AdministrativeUnit']);
  return takeCharge(tx, { police, unit, from, provenance: await statedIn(tx, source) });
}

/** Lets another police organisation take charge of a unit on the day on which the one so far leaves it. @throws Refusal NOT_FOUND, GUARD_FAILED, FORBIDDEN_SCOPE */
export async function transferPoliceJurisdiction(
  tx: Transaction,
  { to, on, source, ...expected }: TransferPoliceJurisdictionInput,
): Promise<PoliceJurisdiction> {
  const left = await tx.findExpected(PoliceJurisdiction, expected);
  const provenance = await statedIn(tx, source);
  leave(left, { on, provenance });
  await tx.flush();
  const next = await takeCharge(tx, { police: to, unit: left.unit, from: on, provenance });
  guard(next.police !== left.police, 'another-organization', ANOTHER);
  return next;
}

/** Ends that a police organisation is in charge of a unit. @throws Refusal GUARD_FAILED, FORBIDDEN_SCOPE */
export async function endPoliceJurisdiction(
  tx: Transaction,
  { on, source, ...expected }: EndPoliceJurisdictionInput,
): Promise<PoliceJurisdiction> {
  const left = await tx.findExpected(PoliceJurisdiction, expected);
  return leave(left, { on, provenance: await statedIn(tx, source) });
}

interface Charge {
  /** Id of the organisation. */
  readonly police: string;
  readonly unit: string;
  readonly from: string;
  readonly provenance: Provenance;
}

async function takeCharge(
  tx: Transaction,
  { police, unit, from, provenance }: Charge,
): Promise<PoliceJurisdiction> {
  const { key, validTo, validToPrecision } = await givenRecord(tx.read, PoliceOrganization, police);
  return tx.create(PoliceJurisdiction, {
    police: key,
    unit,
    validFrom: from,
    validFromPrecision: DatePrecision.DAY,
    validTo,
    validToPrecision,
    provenance: [provenance],
  });
}

interface Leaving {
  readonly on: string;
  readonly provenance: Provenance;
}

function leave(charge: PoliceJurisdiction, { on, provenance }: Leaving): PoliceJurisdiction {
  guard(charge.validTo === null, 'ended-once', ENDED);
  guard(on > (charge.validFrom ?? ''), 'valid_in_order', AFTER_BEGINNING);
  return Object.assign(charge, {
    validTo: on,
    validToPrecision: DatePrecision.DAY,
    provenance: [...charge.provenance, provenance],
  });
}

const ANOTHER = text('Tổ chức này đang phụ trách địa bàn.', 'That organisation is in charge already.');
const ENDED = text('Ngày kết thúc đã được ghi.', 'Its end is already set.');
const AFTER_BEGINNING = text('Ngày kết thúc phải sau ngày đầu.', 'The end must come after the first day.');
