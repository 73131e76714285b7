import { text, type Text } from '../../contract/text.js';
import { HUB } from '../ownership/law.js';
import { asking } from '../ownership/words.js';
import { isConclusive, liveOperations, type LiveOperation } from '../usage/affected.js';
import type { CheckContext } from './context.js';
import { difference, type Difference } from './diff/difference.js';
import { lostNodes } from './diff/nodes.js';
import { differencesOf } from './diff/schemas.js';
import { findingsOf, type Found } from './finding.js';
import type { AffectedUse, Finding, SchemaChange } from './report.js';

/** What the check of changes found, and every change for clients. */
export interface BreakingJudgement {
  readonly findings: readonly Finding[];
  readonly changes: readonly SchemaChange[];
}

/** Whether clients would break, judged by what they are known to send; what nobody knows of is not safe. */
export function checkBreaking(context: CheckContext): BreakingJudgement {
  const before = context.before();
  if (!before) return { findings: [], changes: [] };
  const after = context.after();
  const differences = [
    ...differencesOf(before.api, after.api),
    ...lostNodes(before, after).map((type) =>
      difference('NODE_LOST', type, { touches: ['Query.node', 'Query.nodes'] }),
    ),
  ];
  const risky = differences.filter(({ kind }) => kind !== 'SAFE');
  const { usage, limits, now } = context.input;
  const period = { before: before.api, after: after.api, now, days: limits.usageDays };
  const live = risky.length > 0 ? liveOperations(usage, period) : [];
  return {
    findings: findingsOf('BREAKING', context, [
      ...risky.map((each) => judged(each, usesOf(each, live), context)),
      ...unexplained(risky, live),
    ]),
    changes: differences.map(({ code, kind, coordinate, message }) => ({ code, kind, coordinate, message })),
  };
}

/** Clients that are named with one change. Unit: uses. */
const MAX_USES = 50;

function usesOf({ touches, kind, code }: Difference, live: readonly LiveOperation[]): readonly AffectedUse[] {
  const touched = live.filter(({ coordinates }) => touches.some((each) => coordinates.has(each)));
  const isKnown = kind === 'BREAKING' && !code.includes('INPUT_FIELD');
  const broken = isKnown ? touched.filter(mayBreak(touched)) : touched;
  return broken.flatMap(({ uses }) => uses);
}

/**
 * Where operations are known to become invalid they are told; else all that are touched, since answers may change. What
 * becomes of input fields is never known, since variables may hold them.
 */
function mayBreak(touched: readonly LiveOperation[]): (operation: LiveOperation) => boolean {
  const isAnyBroken = touched.some(({ isBroken }) => isBroken);
  return ({ isBroken }) => isBroken || !isAnyBroken;
}

function judged(change: Difference, uses: readonly AffectedUse[], context: CheckContext): Found {
  return {
    coordinate: change.coordinate,
    agency: context.ownerAt(change.coordinate),
    ...(change.patch !== undefined && { patch: change.patch }),
    ...(uses.length > 0 && { clients: uses.slice(0, MAX_USES) }),
    ...verdict(change, uses, context),
  };
}

type Verdict = Pick<Found, 'code' | 'severity' | 'message' | 'remedy' | 'approval'>;

function verdict(change: Difference, uses: readonly AffectedUse[], context: CheckContext): Verdict {
  if (change.kind === 'DANGEROUS')
    return { ...said(change, known(uses)), code: 'DANGEROUS_CHANGE', severity: 'WARNING' };
  if (uses.length > 0) return breaks(change, uses, context);
  const { usage, limits, now, accepts } = context.input;
  if (isConclusive(usage, { now, days: limits.usageDays }))
    return { ...said(change, UNUSED), code: 'BREAKING_UNUSED', severity: 'WARNING' };
  const accepted = accepts.find(
    ({ coordinate, reason }) => coordinate === change.coordinate && reason.trim() !== '',
  );
  if (accepted)
    return {
      ...said(change, text(`Đã nhận trách nhiệm: ${accepted.reason}`, `Accepted: ${accepted.reason}`)),
      code: 'BREAKING_ACCEPTED',
      severity: 'WARNING',
    };
  return {
    ...said(change, UNKNOWN),
    code: 'BREAKING_UNKNOWN_USE',
    severity: 'ERROR',
    remedy: acceptOr(change),
  };
}

const UNUSED = text(
  'Không ứng dụng nào dùng trong suốt thời gian ghi nhận.',
  'No client has used it for as long as use was recorded.',
);
const UNKNOWN = text(
  'Chưa ghi nhận đủ việc sử dụng để biết có ai dùng không.',
  'Use has not been recorded long or completely enough to know whether somebody does.',
);

function acceptOr({ remedy, coordinate }: Difference): Text {
  return text(
    `${remedy.vi} Nếu chắc không ai dùng: --accept '${coordinate}=lý do'.`,
    `${remedy.en} If surely nobody uses it: --accept '${coordinate}=reason'.`,
  );
}

function said({ message, remedy }: Difference, words: Text): Pick<Found, 'message' | 'remedy'> {
  return { message: text(`${message.vi} ${words.vi}`, `${message.en} ${words.en}`), remedy };
}

function breaks(change: Difference, uses: readonly AffectedUse[], context: CheckContext): Verdict {
  const needed = { right: 'BREAK', coordinate: change.coordinate.replace(/\(.*$/, '') } as const;
  const words = said(change, known(uses));
  const to = context.lacking(needed, [HUB]);
  if (to === undefined) return { ...words, code: 'BREAKING_APPROVED', severity: 'WARNING' };
  const approval = { ...needed, owner: HUB, to };
  const ask = asking(context.input.law, approval);
  const remedy = text(
    `${change.remedy.vi} Nếu buộc phải đổi: ${ask.vi}`,
    `${change.remedy.en} If it must be: ${ask.en}`,
  );
  return { ...words, code: 'BREAKS_CLIENTS', severity: 'ERROR', remedy, approval };
}

function known(uses: readonly AffectedUse[]): Text {
  const named = [
    ...new Set(
      uses.map(({ client, version, operation }) => `${client}${version ? `@${version}` : ''} (${operation})`),
    ),
  ];
  const list = named.slice(0, 5).join(', ') + (named.length > 5 ? ` +${named.length - 5}` : '');
  return named.length === 0
    ? text('Chưa thấy ứng dụng nào dùng.', 'No client is known to use it.')
    : text(`Đang dùng: ${list}.`, `Used by ${list}.`);
}

/** Operations that become invalid though no single change explains it. */
function unexplained(risky: readonly Difference[], live: readonly LiveOperation[]): readonly Found[] {
  const breaking = risky.filter(({ kind }) => kind === 'BREAKING').flatMap(({ touches }) => touches);
  return live
    .filter(({ isBroken, coordinates }) => isBroken && !breaking.some((each) => coordinates.has(each)))
    .map(({ uses }) => ({
      code: 'BREAKS_CLIENTS',
      clients: uses,
      message: text(
        `Truy vấn sẽ không còn hợp lệ. ${known(uses).vi}`,
        `An operation would become invalid. ${known(uses).en}`,
      ),
      remedy: text('Giữ những gì truy vấn này dùng.', 'Keep what the operation uses.'),
    }));
}
