import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { payloadOf, type Payload } from '../../shared/writing/payload.js';
import { SelfManagedTeam } from './self-managed-team.entity.js';
import {
  ActivateTeamInput,
  DissolveTeamInput,
  EstablishTeamInput,
  MergeTeamInput,
  ProposeTeamInput,
  SuspendTeamInput,
} from './team-inputs.js';
import { activate, dissolve, establish, merge, propose, suspend } from './team-life.js';
import { TEAM_OFFICERS, TEAM_STEPS } from './team-steps.js';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

const ProposeTeamPayload = payloadOf('proposeTeam', SelfManagedTeam);
const EstablishTeamPayload = payloadOf('establishTeam', SelfManagedTeam);
const ActivateTeamPayload = payloadOf('activateTeam', SelfManagedTeam);
const SuspendTeamPayload = payloadOf('suspendTeam', SelfManagedTeam);
const DissolveTeamPayload = payloadOf('dissolveTeam', SelfManagedTeam);
const MergeTeamPayload = payloadOf('mergeTeam', SelfManagedTeam);

const TEAM = { description: both('Tổ và phiên bản đã đọc', 'The team, and the version that you read.') };
const answers = SelfManagedTeam;

/** Takes self-managed teams through their lives. */
@Resolver()
export class TeamLifeResolver {
  @NeedsScope('coordination:write')
  @Mutation(() => ProposeTeamPayload, {
    nullable: true,
    description: both(
      'Đề xuất thành lập tổ tự quản; nội bộ hai bên cho đến khi thành lập',
      'Proposes a self-managed team; internal to both sides until it is established.',
    ),
  })
  proposeTeam(
    @Arg('input', () => ProposeTeamInput, { description: both('Tổ dự kiến', 'The team to be.') })
    input: ProposeTeamInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<SelfManagedTeam>> {
    const by = TEAM_OFFICERS;
    return write.change({ operation: 'proposeTeam', answers, by, input, work: (tx) => propose(tx, input) });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => EstablishTeamPayload, {
    nullable: true,
    description: both('Thành lập tổ đã đề xuất', 'Establishes a proposed team.'),
  })
  establishTeam(
    @Arg('input', () => EstablishTeamInput, TEAM) input: EstablishTeamInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<SelfManagedTeam>> {
    const by = TEAM_STEPS.establish.by;
    return write.change({
      operation: 'establishTeam',
      answers,
      by,
      input,
      work: (tx) => establish(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => ActivateTeamPayload, {
    nullable: true,
    description: both(
      'Đưa tổ vào hoạt động; công đoàn hỗ trợ và công an hướng dẫn phải còn hoạt động hôm nay',
      'Lets a team work; its supporting union and its guiding police have to stand today.',
    ),
  })
  activateTeam(
    @Arg('input', () => ActivateTeamInput, TEAM) input: ActivateTeamInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<SelfManagedTeam>> {
    const by = TEAM_STEPS.activate.by;
    return write.change({ operation: 'activateTeam', answers, by, input, work: (tx) => activate(tx, input) });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => SuspendTeamPayload, {
    nullable: true,
    description: both('Cho tổ tạm ngừng', 'Lets an active team pause.'),
  })
  suspendTeam(
    @Arg('input', () => SuspendTeamInput, TEAM) input: SuspendTeamInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<SelfManagedTeam>> {
    const by = TEAM_STEPS.suspend.by;
    return write.change({ operation: 'suspendTeam', answers, by, input, work: (tx) => suspend(tx, input) });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => DissolveTeamPayload, {
    nullable: true,
    description: both('Giải thể tổ', 'Dissolves a team.'),
  })
  dissolveTeam(
    @Arg('input', () => DissolveTeamInput, TEAM) input: DissolveTeamInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<SelfManagedTeam>> {
    const by = TEAM_STEPS.dissolve.by;
    return write.change({ operation: 'dissolveTeam', answers, by, input, work: (tx) => dissolve(tx, input) });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => MergeTeamPayload, {
    nullable: true,
    description: both('Hợp nhất tổ vào một tổ khác', 'Merges a team into another.'),
  })
  mergeTeam(
    @Arg('input', () => MergeTeamInput, TEAM) input: MergeTeamInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<SelfManagedTeam>> {
    const by = TEAM_STEPS.merge.by;
    return write.change({ operation: 'mergeTeam', answers, by, input, work: (tx) => merge(tx, input) });
  }
}
