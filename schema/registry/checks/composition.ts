import { HubError } from '../../contract/errors.js';
import { text } from '../../contract/text.js';
import { agencyOf } from '../ownership/law.js';
import { adviceFor } from './composition-advice.js';
import type { CheckContext } from './context.js';
import { findingsOf, type Found } from './finding.js';
import { missingField, unanswerable } from './unanswerable.js';
import type { Finding } from './report.js';

/** Whether the proposed subgraph composes with the others; each reason with what would put it right. */
export function checkComposition(context: CheckContext): readonly Finding[] {
  try {
    context.composition();
    return [];
  } catch (error) {
    const reasons = reasonsOf(error);
    return findingsOf('COMPOSITION', context, dressed(reasons, context));
  }
}

/** One reason why subgraphs do not compose. */
export interface Reason {
  /** The subgraph whose SDL is wrong, when there is just one. */
  readonly agency?: string;
  readonly code: string;
  readonly message: string;
}

function reasonsOf(error: unknown): readonly Reason[] {
  if (!(error instanceof HubError))
    return [{ code: 'COMPOSITION_FAILED', message: (error as Error).message }];
  const { reasons } = error.details as { readonly reasons?: readonly Reason[] };
  return reasons ?? [{ code: error.code, message: error.message }];
}

/** Reasons that say the same of one field by different ways are told once, by the shortest query. */
function dressed(reasons: readonly Reason[], context: CheckContext): readonly Found[] {
  const distinct = Map.groupBy(reasons, ({ code, message }) => `${code} ${missingField(message) ?? message}`);
  return [...distinct.values()].map((group) => {
    const [shortest = group[0]] = group.toSorted((one, other) => one.message.length - other.message.length);
    return dressedReason(shortest as Reason, context);
  });
}

const COORDINATE = /"(?<coordinate>[_A-Za-z]\w*(?:\.\w+(?:\(\w+:\))?)?)"/;

function dressedReason(reason: Reason, context: CheckContext): Found {
  const { code, message } = reason;
  const query = unanswerable(message, [...context.others(), context.reading()]);
  const coordinate = missingField(message) ?? COORDINATE.exec(message)?.groups?.['coordinate'];
  const line = coordinate === undefined ? undefined : lineOf(coordinate, context);
  const { remedy, patch } = adviceFor(reason, coordinate, context.input.proposed.subgraph);
  const spoken = query === undefined ? message : shortened(message);
  return {
    code,
    agency: agencyAt(reason, coordinate, context),
    ...(coordinate !== undefined && { coordinate }),
    ...(line !== undefined && { line }),
    ...(query !== undefined && { query }),
    ...(patch !== undefined && { patch }),
    message: text(`Không hợp nhất được các phân hệ: ${spoken}`, `The subgraphs do not compose: ${spoken}`),
    remedy,
  };
}

/** The reasons below the query, which is told by itself. */
function shortened(message: string): string {
  return message.replace(/^[\s\S]*?cannot be satisfied by the subgraphs because:\s*/, '');
}

function agencyAt({ agency }: Reason, coordinate: string | undefined, context: CheckContext): string {
  const { law, proposed } = context.input;
  if (agency === proposed.subgraph) return proposed.agency;
  if (agency !== undefined) return agencyOf(law, agency) ?? agency;
  return coordinate === undefined ? proposed.agency : context.ownerAt(coordinate);
}

function lineOf(coordinate: string, context: CheckContext): number | undefined {
  const [type = '', field = ''] = coordinate.replace(/\(.*$/, '').split('.');
  const found = context.reading().types.get(type);
  return found?.members.get(field)?.line ?? found?.line;
}
