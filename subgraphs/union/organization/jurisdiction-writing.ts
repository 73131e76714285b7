import { keyOf } from '../../../schema/contract/ids.js';
import { text } from '../../../schema/contract/text.js';
import { isGiven } from '../../shared/reading/asked.js';
import type { Provenance } from '../../shared/values/provenance.js';
import { guard, notFound } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { endOn, since } from '../recording/ending.js';
import { misgiven } from '../recording/given.js';
import { statedIn } from '../recording/source-input.js';
import type {
  AssignJurisdictionInput,
  EndJurisdictionInput,
  TransferJurisdictionInput,
} from './jurisdiction-inputs.js';
import { UnionJurisdiction } from './union-jurisdiction.entity.js';
import { UnionOrganization } from './union-organization.entity.js';

/** Puts an organisation in charge of a unit or a zone from a day on. @throws Refusal INVALID_INPUT, NOT_FOUND, GUARD_FAILED, FORBIDDEN_SCOPE */
export async function assignJurisdiction(
  tx: Transaction,
  input: AssignJurisdictionInput,
): Promise<UnionJurisdiction> {
  return takeCharge(tx, {
    organization: input.organization,
    place: placeOf(input),
    from: input.from,
    provenance: await statedIn(tx, input.source),
  });
}

/** Lets another organisation take charge of a territory on the day on which the one so far leaves it. @throws Refusal NOT_FOUND, GUARD_FAILED, FORBIDDEN_SCOPE */
export async function transferJurisdiction(
  tx: Transaction,
  { to, on, source, ...expected }: TransferJurisdictionInput,
): Promise<UnionJurisdiction> {
  const left = await tx.findExpected(UnionJurisdiction, expected);
  const provenance = await statedIn(tx, source);
  leave(left, { on, provenance });
  await tx.flush();
  const { unit, zone, organization } = left;
  guard(
    keyOf('UnionOrganization', to) !== organization,
    'another-organization',
    text('Tổ chức này đang phụ trách địa bàn.', 'That union is in charge already.'),
  );
  return takeCharge(tx, { organization: to, place: { unit, zone }, from: on, provenance });
}

/** Ends that an organisation is in charge of a territory. @throws Refusal GUARD_FAILED, FORBIDDEN_SCOPE */
export async function endJurisdiction(
  tx: Transaction,
  { on, source, ...expected }: EndJurisdictionInput,
): Promise<UnionJurisdiction> {
  const left = await tx.findExpected(UnionJurisdiction, expected);
  return leave(left, { on, provenance: await statedIn(tx, source) });
}

/** A unit or a zone. */
type Place = Pick<UnionJurisdiction, 'unit' | 'zone'>;

interface Charge {
  /** Id of the organisation. */
  readonly organization: string;
  readonly place: Place;
  readonly from: string;
  readonly provenance: Provenance;
}

async function takeCharge(
  tx: Transaction,
  { organization: id, place, from, provenance }: Charge,
): Promise<UnionJurisdiction> {
  const organization = await tx.read.byKey(UnionOrganization, keyOf('UnionOrganization', id));
  if (!organization) throw notFound('UnionOrganization');
  const { key, validTo, validToPrecision } = organization;
  const days = { validTo, validToPrecision, ...since(from) };
  return tx.create(UnionJurisdiction, { organization: key, ...place, ...days, provenance: [provenance] });
}

interface Leaving {
  readonly on: string;
  readonly provenance: Provenance;
}

function leave(charge: UnionJurisdiction, { on, provenance }: Leaving): UnionJurisdiction {
  endOn(charge, on);
  return Object.assign(charge, { provenance: [...charge.provenance, provenance] });
}

function placeOf({ unit, zone }: AssignJurisdictionInput): Place {
  if (isGiven(unit) === isGiven(zone)) throw misgiven('unit', ONE_PLACE);
  return {
    unit: isGiven(unit) ? keyOf('AdministrativeUnit', unit) : null,
    zone: isGiven(zone) ? keyOf('IndustrialZone', zone) : null,
  };
}

const ONE_PLACE = text(
  'Ghi một đơn vị hành chính hoặc một khu, một trong hai.',
  'Say a unit or a zone: one of both.',
);
