import { text } from '../../../schema/contract/text.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { Classification } from '../../shared/values/classification.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { CoordinationAgreement } from '../agreement/coordination-agreement.entity.js';
import { Document } from '../document/document.entity.js';
import { knownRecord, maybeKnownKey } from '../../shared/writing/known-record.js';
import { standingRef } from '../team/standing.js';
import { coveredPeriod } from './covered-period.js';
import type { ImposeObligationInput, ReceiveReportInput } from './obligation-inputs.js';
import { OBLIGATION_STEPS, ObligationState, stateOn } from './obligation-state.js';
import { ReportingObligation } from './reporting-obligation.entity.js';

/** Adds a report that one organisation owes another. @throws Refusal INVALID_INPUT, NOT_FOUND, GUARD_FAILED */
export async function impose(tx: Transaction, input: ImposeObligationInput): Promise<ReportingObligation> {
  const { dueOn } = input;
  guard(
    dueOn >= tx.today,
    'due-today-or-later',
    text(`Hạn báo cáo phải từ hôm nay (${tx.today}).`, `A report is due today (${tx.today}) or later.`),
  );
  return tx.create(ReportingObligation, {
    reporter: await standingRef(tx, input.reporter, ORGANIZATION_TYPES),
    recipient: await standingRef(tx, input.recipient, ORGANIZATION_TYPES),
    agreement: await maybeKnownKey(tx, CoordinationAgreement, input.agreement),
    document: await maybeKnownKey(tx, Document, input.document),
    period: coveredPeriod(input.period),
    dueOn,
    state: ObligationState.DUE,
    classification: Classification.INTERNAL,
  });
}

/**
 * Records that the report has come: on time or late, as the day says on which it was received.
 *
 * @throws Refusal INVALID_TRANSITION, NOT_FOUND, GUARD_FAILED
 */
export async function receive(tx: Transaction, input: ReceiveReportInput): Promise<ReportingObligation> {
  const { receivedOn } = input;
  const obligation = await tx.findExpected(ReportingObligation, input);
  guard(
    receivedOn <= tx.today,
    'received-by-today',
    text(`Ngày nhận không được sau hôm nay (${tx.today}).`, `Received by today (${tx.today}) at the latest.`),
  );
  const standing = stateOn(obligation, receivedOn);
  const step = standing === ObligationState.OVERDUE ? 'receiveLate' : 'receive';
  obligation.state = stateAfter(OBLIGATION_STEPS, step, standing);
  obligation.receivedOn = receivedOn;
  obligation.report = (await knownRecord(tx, Document, input.report)).key;
  return obligation;
}
