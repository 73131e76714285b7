import { statedRules } from '../../contract/access/rules.js';
import { unenforceable } from '../../contract/access/unenforceable.js';
import { HubError } from '../../contract/errors.js';
import { text } from '../../contract/text.js';
import { lowered, protectionOf, type Lowered } from '../../contract/access/lowered.js';
import { HUB } from '../ownership/law.js';
import { asking } from '../ownership/words.js';
import type { CheckContext } from './context.js';
import { findingsOf, type Found } from './finding.js';
import type { Finding } from './report.js';
import type { DocumentNode } from 'graphql';

/** What the check of access found, and what may be opened since its owner says so. */
export interface AccessJudgement {
  readonly findings: readonly Finding[];
  readonly opened: readonly string[];
}

/** Whether what is protected stays so: by type, interface, implementing type and field, whoever answers it. */
export function checkAccess(context: CheckContext): AccessJudgement {
  const after = context.after().document;
  const faults = findingsOf('ACCESS', context, unenforcedFindings(after));
  const before = context.before();
  if (faults.length > 0 || !before) return { findings: faults, opened: [] };
  const opened = lowered(protectionOf(before.document), protectionOf(after));
  const judged = opened.map((each) => ({ each, lacking: lackingFor(each, context) }));
  return {
    findings: findingsOf(
      'ACCESS',
      context,
      judged.map(({ each, lacking }) => openedFinding(each, lacking, context)),
    ),
    opened: judged.filter(({ lacking }) => lacking === undefined).map(({ each }) => each.coordinate),
  };
}

function unenforcedFindings(document: DocumentNode): readonly Found[] {
  return [...unenforceable(document).map(unenforced), ...malformed(document)];
}

function unenforced(directive: string): Found {
  return {
    code: 'ACCESS_UNENFORCEABLE',
    message: text(
      `Cổng không thực thi được ${directive}, nên sẽ từ chối đồ thị này.`,
      `The gateway cannot enforce ${directive}, and would refuse the graph.`,
    ),
    remedy: text(
      'Dùng @authenticated, @requiresScopes hoặc @policy của federation, trên kiểu và trường trả về.',
      'Use @authenticated, @requiresScopes or @policy of federation, on types and fields that are answered.',
    ),
  };
}

function malformed(document: DocumentNode): readonly Found[] {
  try {
    statedRules(document);
    return [];
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const { place } = error.details as { readonly place?: string };
    return [
      {
        code: 'ACCESS_MALFORMED',
        ...(place !== undefined && { coordinate: place }),
        message: error.text,
        remedy: text(
          'Ví dụ: @requiresScopes(scopes: [["a", "b"], ["c"]]).',
          'Such as @requiresScopes(scopes: [["a", "b"], ["c"]]).',
        ),
      },
    ];
  }
}

/** Whom the owner has not allowed it, be it the owner itself: what is opened is opened on purpose. */
function lackingFor({ coordinate }: Lowered, context: CheckContext): string | undefined {
  return context.lacking({ right: 'UNPROTECT', coordinate }, [context.ownerAt(coordinate), HUB]);
}

function openedFinding(
  { coordinate, before, after }: Lowered,
  lacking: string | undefined,
  context: CheckContext,
): Found {
  const { law } = context.input;
  const owner = context.ownerAt(coordinate);
  const approval =
    lacking === undefined ? undefined : ({ owner, to: lacking, right: 'UNPROTECT', coordinate } as const);
  return {
    code: approval ? 'ACCESS_LOWERED' : 'ACCESS_OPENED',
    severity: approval ? 'ERROR' : 'WARNING',
    agency: owner,
    coordinate,
    message: text(
      `${coordinate} đang đòi ${before}; sau thay đổi chỉ còn ${after || 'ai cũng xem được'}.`,
      `${coordinate} demands ${before}; after the change ${after ? `only ${after}` : 'everybody sees it'}.`,
    ),
    remedy: approval
      ? keepOrAsk(before, asking(law, approval))
      : text('Chủ quản đã chấp thuận.', 'Its owner has approved.'),
    ...(approval && { approval, patch: `${coordinate.split('.').at(-1)} ${before}` }),
  };
}

function keepOrAsk(before: string, ask: { readonly vi: string; readonly en: string }) {
  return text(`Giữ ${before}. Nếu cố ý: ${ask.vi}`, `Keep ${before}. If it is meant: ${ask.en}`);
}
