import type { AffectedUse } from '../checks/report.js';
import { usedCoordinates } from './coordinates.js';
import type { UsageEvidence, Use, UsedOperation } from './evidence.js';
import { Kind, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';

/** The schemas between which use is judged, and how long it counts. */
export interface Period {
  readonly before: GraphQLSchema;
  readonly after: GraphQLSchema;
  readonly now: Date;
  /** Unit: days. */
  readonly days: number;
}

/** An operation in use, with what it uses. */
export interface LiveOperation {
  readonly uses: readonly AffectedUse[];
  readonly coordinates: ReadonlySet<string>;
  /** Whether it was valid and is so no longer. */
  readonly isBroken: boolean;
}

/** Unit: milliseconds. */
const DAY = 86_400_000;

/** The operations that clients use or have registered, judged by both schemas. What does not parse is passed over. */
export function liveOperations({ operations }: UsageEvidence, period: Period): readonly LiveOperation[] {
  return operations.flatMap((operation) => {
    const live = operation.uses.filter((use) => isLive(use, period));
    const document = live.length > 0 ? parsed(operation.text) : null;
    return document ? [liveOperation(operation, document, { live, period })] : [];
  });
}

/** Whether use was recorded long enough, and whole, for nobody's use to mean something. */
export function isConclusive(
  { since, isComplete }: UsageEvidence,
  { now, days }: Pick<Period, 'now' | 'days'>,
): boolean {
  return isComplete && since !== undefined && Date.parse(since) <= now.getTime() - days * DAY;
}

function isLive({ isRegistered, lastSeen }: Use, { now, days }: Period): boolean {
  return isRegistered || Date.parse(lastSeen) >= now.getTime() - days * DAY;
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text, { noLocation: true, maxTokens: 50_000 });
  } catch {
    return null;
  }
}

function liveOperation(
  { signature }: UsedOperation,
  document: DocumentNode,
  { live, period }: { readonly live: readonly Use[]; readonly period: Period },
): LiveOperation {
  const operation = nameOf(document) ?? signature;
  return {
    uses: live.map(({ client, version, lastSeen, isRegistered }) => ({
      client,
      ...(version !== undefined && { version }),
      operation,
      signature,
      lastSeen,
      isRegistered,
    })),
    coordinates: usedCoordinates(document, period.before),
    isBroken: isValid(document, period.before) && !isValid(document, period.after),
  };
}

function isValid(document: DocumentNode, schema: GraphQLSchema): boolean {
  return validate(schema, document, undefined, { maxErrors: 1 }).length === 0;
}

function nameOf({ definitions }: DocumentNode): string | undefined {
  const named = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  return named?.name?.value;
}
