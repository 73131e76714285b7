import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { payloadOf, type Payload } from '../../shared/writing/payload.js';
import { SelfManagedTeam } from './self-managed-team.entity.js';
import { RecordTeamTrainingInput, ReportTeamSizeInput, RepointTeamInput } from './team-inputs.js';
import { TEAM_OFFICERS } from './team-steps.js';
import { recordTraining, reportSize, repoint } from './team-work.js';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

const RepointTeamPayload = payloadOf('repointTeam', SelfManagedTeam);
const RecordTeamTrainingPayload = payloadOf('recordTeamTraining', SelfManagedTeam);
const ReportTeamSizePayload = payloadOf('reportTeamSize', SelfManagedTeam);

const TEAM = {
  description: both(
    'Tổ, phiên bản đã đọc và nội dung mới',
    'The team, the version that you read, and what is new.',
  ),
};
const answers = SelfManagedTeam;
const by = TEAM_OFFICERS;

/** Records what happens to self-managed teams while their state stays. */
@Resolver()
export class TeamWorkResolver {
  @NeedsScope('coordination:write')
  @Mutation(() => RepointTeamPayload, {
    nullable: true,
    description: both(
      'Chuyển tổ về tổ chức kế tiếp hoặc địa bàn mới sau sắp xếp; vẫn là tổ đó',
      'Points a team at the organisations or the place that a reorganisation left it with; it stays the same team.',
    ),
  })
  repointTeam(
    @Arg('input', () => RepointTeamInput, TEAM) input: RepointTeamInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<SelfManagedTeam>> {
    return write.change({ operation: 'repointTeam', answers, by, input, work: (tx) => repoint(tx, input) });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => RecordTeamTrainingPayload, {
    nullable: true,
    description: both('Ghi nhận một đợt tập huấn của tổ', 'Records a training that a team had.'),
  })
  recordTeamTraining(
    @Arg('input', () => RecordTeamTrainingInput, TEAM) input: RecordTeamTrainingInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<SelfManagedTeam>> {
    return write.change({
      operation: 'recordTeamTraining',
      answers,
      by,
      input,
      work: (tx) => recordTraining(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => ReportTeamSizePayload, {
    nullable: true,
    description: both(
      'Báo cáo số thành viên của tổ; không ghi tên',
      'Reports how many belong to a team; no names.',
    ),
  })
  reportTeamSize(
    @Arg('input', () => ReportTeamSizeInput, TEAM) input: ReportTeamSizeInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<SelfManagedTeam>> {
    return write.change({
      operation: 'reportTeamSize',
      answers,
      by,
      input,
      work: (tx) => reportSize(tx, input),
    });
  }
}
