import type { Address } from '../../contract/release/address.js';
import type { PublicKeys } from '../../contract/release/keys.js';
import type {
  ApprovalView,
  ChannelMove,
  ChannelSummary,
  KeyView,
  Publication,
  ReportedOutcome,
} from '../../contract/release/wire.js';
import type { Approval } from '../ownership/approval.js';
import type {
  Channel,
  Composed,
  KnownApproval,
  KnownKey,
  KnownOutcome,
  Move,
  RegistryState,
} from './state.js';

/** What a registry that was founded is called. */
export function nameOf({ name }: RegistryState): string {
  if (name === undefined) throw new Error('A registry has no name before it is founded.');
  return name;
}

/** The move that made a channel point where it points; none before the first publication. */
export function lastMove(channel: Channel | undefined): Move | undefined {
  return channel?.moves.at(-1);
}

/** What a channel serves. */
export function served(state: RegistryState, channel: string): Composed | undefined {
  const move = lastMove(state.channels.get(channel));
  return move && state.compositions.get(move.composed);
}

/** The versions of subgraphs that a composition was made of. */
export function publicationsOf(state: RegistryState, composed: Composed | undefined): readonly Publication[] {
  return (composed?.subgraphs ?? []).flatMap(({ publication }) => state.publications.get(publication) ?? []);
}

/** Whether a key is accepted at an instant. */
export function keyStateAt(key: KnownKey, now: Date): KeyView['state'] {
  if (key.revokedAt !== undefined) return 'REVOKED';
  return isOver(key.until, now) ? 'EXPIRED' : 'VALID';
}

/** The keys that are accepted at an instant. */
export function validKeys(state: RegistryState, now: Date): PublicKeys {
  return (kid) => {
    const key = state.keys.get(kid);
    return key && keyStateAt(key, now) === 'VALID' ? key.publicJwk : undefined;
  };
}

/** Whether an approval holds at an instant. */
export function approvalStateAt(approval: KnownApproval, now: Date): ApprovalView['state'] {
  if (approval.withdrawnAt !== undefined) return 'WITHDRAWN';
  return isOver(approval.until, now) ? 'EXPIRED' : 'VALID';
}

/** Every approval, also those that are over or were withdrawn. */
export function allApprovals(state: RegistryState): readonly Approval[] {
  return [...state.approvals.values()].map(({ by, id, to, rights, until, sdl, reason, withdrawnAt }) => ({
    ...{ owner: by, id, to, rights, until, sdl, reason },
    ...(withdrawnAt !== undefined && { isWithdrawn: true }),
  }));
}

/** The approvals that hold at an instant. */
export function validApprovals(state: RegistryState, now: Date): readonly Approval[] {
  return allApprovals(state).filter(({ until, isWithdrawn }) => !isWithdrawn && !isOver(until, now));
}

function isOver(until: string | undefined, now: Date): boolean {
  return until !== undefined && Date.parse(until) <= now.getTime();
}

/** Whether a key or an approval ends by itself after an instant, and not after another. */
export function endsBetween({ keys, approvals }: RegistryState, from: Date, to: Date): boolean {
  return [...keys.values(), ...approvals.values()].some(
    ({ until }) => isOver(until, to) && !isOver(until, from),
  );
}

/** Every approval that was ever given, newest first. */
export function approvalViews(state: RegistryState, now: Date): readonly ApprovalView[] {
  return [...state.approvals.values()].toReversed().map((approval) => {
    const { by, withdrawnAt: _, ...said } = approval;
    return { ...said, owner: by, state: approvalStateAt(approval, now) };
  });
}

/** Every key that was ever known. */
export function keyViews(state: RegistryState, now: Date): readonly KeyView[] {
  return [...state.keys.values()].map((key) => {
    const { owner, ...said } = key;
    return { ...said, ...(key.role === undefined && { agency: owner }), state: keyStateAt(key, now) };
  });
}

/** Every channel with where it points. */
export function channelSummaries(state: RegistryState): readonly ChannelSummary[] {
  return [...state.channels.values()].map((channel) => {
    const { number = null, composed = null, at: movedAt = null } = lastMove(channel) ?? {};
    return { name: channel.name, description: channel.description, number, composed, movedAt };
  });
}

/** Every move of a channel, newest first, with what gateways told of it as far as that is kept. */
export function movesOf(state: RegistryState, channel: Channel): readonly ChannelMove[] {
  const told = [...state.outcomes.values()].filter((each) => each.channel === channel.name);
  const byNumber = Map.groupBy(told, ({ number }) => number);
  return channel.moves.toReversed().flatMap((move) => {
    const composed = state.compositions.get(move.composed);
    const cause = state.causes.get(move.cause);
    if (!composed || !cause) return [];
    const { number, at, composed: id } = move;
    const { supergraph, subgraphs } = composed;
    const outcomes = (byNumber.get(number) ?? []).map(reported);
    return [{ number, at, composed: id, supergraph, subgraphs, cause, outcomes }];
  });
}

function reported({ channel: _channel, number: _number, ...outcome }: KnownOutcome): ReportedOutcome {
  return outcome;
}

/** Every version of a subgraph, newest first. */
export function versionsOf(state: RegistryState, subgraph: string): readonly Publication[] {
  return [...state.publications.values()].filter((each) => each.subgraph === subgraph).toReversed();
}

/** The composition of this id. */
export function compositionOf(state: RegistryState, id: Address): Composed | undefined {
  return state.compositions.get(id);
}
