import { text } from '../../../schema/contract/text.js';
import { refParts } from '../../shared/database/refs.js';
import { guard, Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { isAbove } from './standard-appraiser.js';

/** What is known of a subject by the register of the agency whose it is. */
export interface KnownSubject {
  /** References of the administrative unit in which it lies, and of those around that. */
  readonly units: readonly string[];
  /** Of an enterprise: MICRO, SMALL, MEDIUM or LARGE; `null` where the register does not say. */
  readonly sizeClass: string | null;
  /** Reference of the union of an enterprise. */
  readonly union: string | null;
}

/** Types of subjects of which the union tells. */
const TOLD: ReadonlySet<string> = new Set(['Enterprise', 'LodgingQuarter']);

/**
 * What the union's register says of a subject; of a commune, that it lies in itself; `null` of what no register tells.
 *
 * @throws Refusal NOT_FOUND where the register has none such
 */
export async function knownSubject(tx: Transaction, subject: string): Promise<KnownSubject | null> {
  const { type } = refParts(subject);
  if (type === 'AdministrativeUnit') return { units: [subject], sizeClass: null, union: null };
  if (!TOLD.has(type)) return null;
  const [found] = await tx.em.execute<KnownSubject[]>(
    `select units, size_class as "sizeClass", union_organization as "union" from find_subject(?)`,
    [subject],
  );
  if (!found) throw notRegistered();
  return found;
}

/** Refuses a union that is neither the subject's own nor above it. @throws Refusal GUARD_FAILED */
export async function requireItsUnion(
  tx: Transaction,
  known: KnownSubject | null,
  organization: string,
): Promise<void> {
  const own = known?.union ?? organization;
  guard(
    own === organization || (await isAbove(tx, organization, own)),
    'union-of-the-subject',
    text(
      'Sổ của công đoàn ghi doanh nghiệp này thuộc một tổ chức công đoàn khác.',
      "The union's register has another union for this enterprise.",
    ),
  );
}

function notRegistered(): Refusal {
  return new Refusal(
    UserErrorCode.NOT_FOUND,
    text(
      'Sổ đăng ký của công đoàn chưa có đối tượng này, hoặc ghi là đã kết thúc: công đoàn cần đăng ký trước.',
      "The union's register has no such subject, or says that it has ended: the union has to register it before.",
    ),
    { rule: 'subject-is-registered', field: 'subject' },
  );
}
