import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { payloadOf, type Payload } from '../../shared/writing/payload.js';
import { ImposeObligationInput, ReceiveReportInput } from './obligation-inputs.js';
import { impose, receive } from './obligation-life.js';
import { OBLIGATION_OFFICERS } from './obligation-state.js';
import { ReportingObligation } from './reporting-obligation.entity.js';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

const ImposeObligationPayload = payloadOf('imposeObligation', ReportingObligation);
const ReceiveReportPayload = payloadOf('receiveReport', ReportingObligation);

const answers = ReportingObligation;
const by = OBLIGATION_OFFICERS;

/** Imposes reporting obligations and records that they were met. */
@Resolver()
export class ObligationLifeResolver {
  @NeedsScope('coordination:write')
  @Mutation(() => ImposeObligationPayload, {
    nullable: true,
    description: both(
      'Đặt nghĩa vụ báo cáo với một tổ chức trong phạm vi của bạn',
      'Imposes a report that is owed to an organisation in your scope.',
    ),
  })
  imposeObligation(
    @Arg('input', () => ImposeObligationInput, {
      description: both('Ai báo cáo ai, về kỳ nào, hạn nào', 'Who owes whom which report, and until when.'),
    })
    input: ImposeObligationInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<ReportingObligation>> {
    return write.change({
      operation: 'imposeObligation',
      answers,
      by,
      input,
      work: (tx) => impose(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => ReceiveReportPayload, {
    nullable: true,
    description: both(
      'Ghi nhận đã nhận báo cáo, đúng hạn hay trễ hạn tùy ngày nhận',
      'Records that the report has come, on time or late by the day on which it was received.',
    ),
  })
  receiveReport(
    @Arg('input', () => ReceiveReportInput, {
      description: both('Báo cáo đã nhận', 'The report that has come.'),
    })
    input: ReceiveReportInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<ReportingObligation>> {
    return write.change({ operation: 'receiveReport', answers, by, input, work: (tx) => receive(tx, input) });
  }
}
