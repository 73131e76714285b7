import { text } from '../../../schema/contract/text.js';
import { refParts } from '../../shared/database/refs.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { askedRef, isGiven, type Maybe } from '../../shared/reading/asked.js';
import type { Role } from '../../shared/rights/role.js';
import { guard, Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import type { KnownSubject } from './known-subject.js';
import type { RecognitionStandard } from './recognition-standard.entity.js';
import type { StandardRecognition } from './standard-recognition.entity.js';
import { StandardAppraiserKind } from './standard-recognition.enums.js';
import { createHash } from 'node:crypto';

const TYPES: Readonly<Record<StandardAppraiserKind, string>> = {
  POLICE: 'PoliceOrganization',
  UNION_ABOVE: 'UnionOrganization',
};
const ROLES: Readonly<Record<string, Role>> = {
  PoliceOrganization: 'POLICE_OFFICER',
  UnionOrganization: 'UNION_OFFICER',
};

/** Who registers what, and who is to appraise. */
interface Parties {
  /** Id of the appraiser. */
  readonly appraiser: string;
  /** Reference of the organisation that registers. */
  readonly organization: string;
  /** The subject, where a register tells of it. */
  readonly known: KnownSubject | null;
}

/**
 * The reference of an appraiser that the standard provides for: a union above the one that registers, or the police that
 * is in charge where the subject lies.
 *
 * @throws HubError INVALID_ID; Refusal GUARD_FAILED
 */
export async function appraiserOf(
  tx: Transaction,
  { appraisedBy }: RecognitionStandard,
  { appraiser, organization, known }: Parties,
): Promise<string> {
  if (appraisedBy === null) throw noAppraiser();
  const ref = askedRef(appraiser, [TYPES[appraisedBy]]);
  if (appraisedBy === StandardAppraiserKind.UNION_ABOVE) await requireAbove(tx, ref, organization);
  if (appraisedBy === StandardAppraiserKind.POLICE && known) await requireInCharge(tx, ref, known);
  return ref;
}

/**
 * The reference of who decides: the appraiser, or an organisation above it.
 *
 * @throws HubError INVALID_ID; Refusal GUARD_FAILED
 */
export async function authorityOf(
  tx: Transaction,
  authority: Maybe<string>,
  appraiser: string,
): Promise<string> {
  if (!isGiven(authority)) return appraiser;
  const ref = askedRef(authority, ORGANIZATION_TYPES);
  guard(
    ref === appraiser || (await isAbove(tx, ref, appraiser)),
    'authority-is-above',
    text(
      'Cơ quan quyết định phải là đơn vị thẩm định hoặc cấp trên của đơn vị đó.',
      'Who decides has to be the appraiser, or an organisation above it.',
    ),
  );
  return ref;
}

/** Whether an organisation stands above another today. */
export async function isAbove(tx: Transaction, above: string, below: string): Promise<boolean> {
  const [row] = await tx.em.execute<{ found: boolean }[]>('select stands_above(?, ?) as found', [
    above,
    below,
  ]);
  return row?.found === true;
}

async function requireInCharge(tx: Transaction, police: string, { units }: KnownSubject): Promise<void> {
  const [row] = await tx.em.execute<{ found: boolean }[]>(
    'select is_in_charge(?, array[?]::text[]) as found',
    [police, units],
  );
  guard(
    row?.found === true,
    'appraiser-is-in-charge',
    text(
      'Theo sổ địa bàn của phía công an, đơn vị này không phụ trách nơi có đối tượng theo sổ của công đoàn.',
      "By the register of police territories it is not in charge where the subject lies by the union's register.",
    ),
  );
}

async function requireAbove(tx: Transaction, above: string, below: string): Promise<void> {
  guard(
    await isAbove(tx, above, below),
    'appraiser-is-above',
    text(
      'Đơn vị thẩm định phải là công đoàn cấp trên của tổ chức đăng ký.',
      'The appraiser has to be a union above the one that registers.',
    ),
  );
}

/** The officer who may appraise: in the role and scope of the file's appraiser. @throws Refusal FORBIDDEN_SCOPE */
export async function requireAppraiser(tx: Transaction, { appraiser }: StandardRecognition): Promise<void> {
  const [row] = await tx.em.execute<{ found: boolean }[]>('select in_scope(?) as found', [appraiser]);
  if (row?.found && ROLES[refParts(appraiser).type] === tx.actor.role) return;
  throw new Refusal(
    UserErrorCode.FORBIDDEN_SCOPE,
    text('Chỉ đơn vị thẩm định của hồ sơ được thẩm định.', 'Only the appraiser of the file may appraise it.'),
    { rule: 'appraiser' },
  );
}

/** Refuses an appraisal by the person or the unit that assessed. @throws Refusal SEPARATION_OF_DUTIES */
export function requireAnother({ actor }: Transaction, recognition: StandardRecognition): void {
  const isSameUnit = recognition.selfAssessingUnit === actor.organization;
  const isSamePerson = recognition.selfAssessorDigest === digestOf(recognition.key, actor.subject);
  if (!isSameUnit && !isSamePerson) return;
  throw new Refusal(
    UserErrorCode.SEPARATION_OF_DUTIES,
    text(
      'Người, đơn vị đã tự chấm không được thẩm định.',
      'Whoever assessed, and for whom, may not appraise.',
    ),
    { rule: 'separation-of-duties' },
  );
}

/** An account as one file keeps it: the same within the file, and nothing outside of it. */
export function digestOf(file: string, subject: string): string {
  return createHash('sha256').update(`${file}:${subject}`).digest('hex');
}

function noAppraiser(): Refusal {
  return new Refusal(
    UserErrorCode.GUARD_FAILED,
    text('Chưa xác định bên thẩm định của tiêu chuẩn này.', 'Who appraises by this standard is not known.'),
    { rule: 'appraiser-is-known' },
  );
}
