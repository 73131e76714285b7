import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { payloadOf, type Payload } from '../../shared/writing/payload.js';
import { OFFICERS } from '../document/officers.js';
import {
  ApproveActivityInput,
  CancelActivityInput,
  HoldActivityInput,
  PlanActivityInput,
  ReportActivityInput,
} from './activity-inputs.js';
import { planActivity } from './activity-planning.js';
import { reportActivity } from './activity-reporting.js';
import { approveActivity, cancelActivity, holdActivity } from './activity-stepping.js';
import { ACTIVITY_STEPS } from './activity-steps.js';
import { Activity } from './activity.entity.js';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

const Planned = payloadOf('planActivity', Activity);
const Approved = payloadOf('approveActivity', Activity);
const Held = payloadOf('holdActivity', Activity);
const Reported = payloadOf('reportActivity', Activity);
const Cancelled = payloadOf('cancelActivity', Activity);
const INPUT = { description: both('Nội dung đề nghị', 'What is asked for.') };

/** Writes activities: each mutation takes one step of an activity's life. */
@Resolver(() => Activity)
export class ActivityWritingResolver {
  @NeedsScope('coordination:write')
  @Mutation(() => Planned, {
    nullable: true,
    description: both(
      'Lập kế hoạch một hoạt động do đơn vị thuộc phạm vi mình chủ trì',
      'Plans an activity that an organisation in your scope organises.',
    ),
  })
  planActivity(
    @Arg('input', () => PlanActivityInput, INPUT) input: PlanActivityInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<Activity>> {
    return write.change({
      operation: 'planActivity',
      answers: Activity,
      by: OFFICERS,
      input,
      work: (tx) => planActivity(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Approved, {
    nullable: true,
    description: both(
      'Duyệt hoạt động; người lập kế hoạch không được tự duyệt',
      'Approves an activity; whoever planned it may not.',
    ),
  })
  approveActivity(
    @Arg('input', () => ApproveActivityInput, INPUT) input: ApproveActivityInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<Activity>> {
    return write.change({
      operation: 'approveActivity',
      answers: Activity,
      by: ACTIVITY_STEPS.approve.by,
      input,
      work: (tx) => approveActivity(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Held, {
    nullable: true,
    description: both('Ghi ngày đã tổ chức hoạt động', 'Records when an activity was held.'),
  })
  holdActivity(
    @Arg('input', () => HoldActivityInput, INPUT) input: HoldActivityInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<Activity>> {
    return write.change({
      operation: 'holdActivity',
      answers: Activity,
      by: ACTIVITY_STEPS.hold.by,
      input,
      work: (tx) => holdActivity(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Reported, {
    nullable: true,
    description: both(
      'Báo cáo kết quả hoạt động bằng số liệu, không có tên người',
      'Reports on an activity in figures, without any name.',
    ),
  })
  reportActivity(
    @Arg('input', () => ReportActivityInput, INPUT) input: ReportActivityInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<Activity>> {
    return write.change({
      operation: 'reportActivity',
      answers: Activity,
      by: ACTIVITY_STEPS.report.by,
      input,
      work: (tx) => reportActivity(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Cancelled, {
    nullable: true,
    description: both('Hủy hoạt động chưa tổ chức', 'Cancels an activity that was not held yet.'),
  })
  cancelActivity(
    @Arg('input', () => CancelActivityInput, INPUT) input: CancelActivityInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<Activity>> {
    return write.change({
      operation: 'cancelActivity',
      answers: Activity,
      by: ACTIVITY_STEPS.cancel.by,
      input,
      work: (tx) => cancelActivity(tx, input),
    });
  }
}
