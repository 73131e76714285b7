import { keyOf } from '../../../schema/contract/ids.js';
import { text } from '../../../schema/contract/text.js';
import { refParts } from '../../shared/database/refs.js';
import { isGiven } from '../../shared/reading/asked.js';
import type { RecordClass } from '../../shared/reading/rows.js';
import type { DatedRecord } from '../../shared/record.js';
import { Classification } from '../../shared/values/classification.js';
import { heldOn } from '../../shared/values/validity.js';
import { guard, notFound } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { Enterprise } from '../enterprise/enterprise.entity.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { maybeGivenText, misgiven } from '../recording/given.js';
import { ClaimOutcome } from './claim-vocabulary.js';
import { Claim } from './claim.entity.js';
import type { ReportDisputeInput, ReportedClaimInput } from './dispute-inputs.js';
import { DisputeState } from './dispute-vocabulary.js';
import { LabourDisputeCase } from './labour-dispute-case.entity.js';
import { givenDong } from './money.js';
import { provinceOn } from './province-on.js';

/** Most claims of one case. Unit: claims. Source: own limit. */
export const MOST_CLAIMS = 10;

/** Nobody but officers of the union, each in the own scope, sees a case or a claim. */
export const RESTRICTED = { classification: Classification.RESTRICTED } as const;

/** Which main claim is right. */
export const MAIN_IS_CLAIMED = text(
  'Yêu cầu chính phải là một trong các yêu cầu.',
  'The main claim has to be one of the claims.',
);

/** Adds a case with its claims, not yet verified. @throws Refusal INVALID_INPUT, GUARD_FAILED, NOT_FOUND */
export async function reportDispute(tx: Transaction, input: ReportDisputeInput): Promise<LabourDisputeCase> {
  requireClaims(input);
  const { startedOn, kind, cause, mainClaim } = input;
  requireStarted(startedOn, tx.today);
  const enterprise = await standing(tx, Enterprise, {
    key: keyOf('Enterprise', input.enterprise),
    day: startedOn,
  });
  const handlingUnion = await standing(tx, UnionOrganization, { key: unionKey(tx, input), day: tx.today });
  const record = tx.create(LabourDisputeCase, {
    ...RESTRICTED,
    enterprise: enterprise.key,
    handlingUnion: handlingUnion.key,
    province: await provinceOn(tx, { unit: enterprise.unit, day: startedOn }),
    state: DisputeState.REPORTED,
    startedOn,
    kind,
    cause,
    mainClaim,
  });
  await tx.flush();
  for (const [at, claim] of input.claims.entries())
    tx.create(Claim, { disputeCase: record.key, ...claimValues(claim, `claims.${at}`) });
  return record;
}

function requireClaims({ claims, mainClaim }: ReportDisputeInput): void {
  if (claims.length === 0 || claims.length > MOST_CLAIMS)
    throw misgiven(
      'claims',
      text(`Cần từ 1 đến ${MOST_CLAIMS} yêu cầu.`, `1 to ${MOST_CLAIMS} claims are needed.`),
    );
  guard(
    claims.some(({ kind }) => kind === mainClaim),
    'main-claim-is-claimed',
    MAIN_IS_CLAIMED,
  );
}

/** Refuses a first day that is to come. @throws Refusal GUARD_FAILED */
export function requireStarted(startedOn: string, today: string): void {
  guard(
    startedOn <= today,
    'started-by-today',
    text(
      `Ngày bắt đầu không được sau hôm nay (${today}).`,
      `A dispute began by today (${today}) at the latest.`,
    ),
  );
}

function unionKey({ actor }: Transaction, { handlingUnion }: ReportDisputeInput): string {
  return isGiven(handlingUnion)
    ? keyOf('UnionOrganization', handlingUnion)
    : refParts(actor.organization).key;
}

interface OnDay {
  readonly key: string;
  readonly day: string;
}

/** The record that existed on a day. @throws Refusal NOT_FOUND, GUARD_FAILED */
export async function standing<Row extends DatedRecord>(
  { read }: Transaction,
  type: RecordClass<Row>,
  { key, day }: OnDay,
): Promise<Row> {
  const record = await read.byKey(type, key);
  if (!record) throw notFound(type.name);
  guard(
    heldOn(record, day),
    'exists-on-the-day',
    text(`${type.name} này không tồn tại vào ngày ${day}.`, `This ${type.name} did not exist on ${day}.`),
  );
  return record;
}

/** What is recorded of a claim that is reported, of which nothing is paid. @throws Refusal INVALID_INPUT */
export function claimValues({ kind, amount, workersBand, legalBasis }: ReportedClaimInput, field: string) {
  return {
    ...RESTRICTED,
    kind,
    workersBand,
    outcome: ClaimOutcome.PENDING,
    amountVnd: isGiven(amount) ? givenDong(amount, `${field}.amount`) : null,
    resolvedVnd: 0,
    legalBasis: maybeGivenText(legalBasis, `${field}.legalBasis`),
  };
}
