import type { Address } from '../../contract/release/address.js';
import type { Publication } from '../../contract/release/wire.js';
import { text } from '../../contract/text.js';
import type { Acceptance, FormerGraph, OnStep, Proposal } from '../checks/input.js';
import type { CheckReport } from '../checks/report.js';
import type { PublishedSubgraph } from '../compose.js';
import { publicationsOf, served, allApprovals } from '../state/questions.js';
import type { RegistryState } from '../state/state.js';
import type { Tools } from './deciding.js';
import { notFound } from './refusals.js';

/** What would change on a channel. */
export interface Change {
  readonly channel: string;
  readonly proposed: Proposal;
  /** The versions of all other subgraphs that it would be served with. */
  readonly others: readonly Publication[];
  readonly accepts: readonly Acceptance[];
}

/** By what a change is judged. */
export interface Judging {
  readonly state: RegistryState;
  readonly tools: Tools;
  readonly onStep?: OnStep;
}

/** Checks a change of one subgraph against what its channel serves. */
export async function judged(change: Change, { state, tools, onStep }: Judging): Promise<CheckReport> {
  const { channel, proposed, accepts } = change;
  const law = await tools.law(lawOf(state));
  const input = {
    proposed,
    others: await Promise.all(change.others.map((each) => subgraphOf(each, tools))),
    former: await formerOf(change, state, tools),
    law,
    approvals: allApprovals(state),
    now: tools.now,
    usage: await tools.usage(channel),
    accepts,
    limits: tools.limits,
  };
  return tools.check(input, onStep);
}

/** The law that holds. */
export function lawOf({ law }: RegistryState): Address {
  if (!law) throw notFound(text('luật sở hữu', 'law of ownership'));
  return law;
}

/** A published version as composition takes it. */
export async function subgraphOf(
  { subgraph, url, sdl }: Publication,
  tools: Tools,
): Promise<PublishedSubgraph> {
  return { name: subgraph, url, sdl: await tools.text(sdl) };
}

/** The versions that a channel serves. */
export function servedOn(state: RegistryState, channel: string): readonly Publication[] {
  if (!state.channels.has(channel)) throw notFound(text(`kênh ${channel}`, `channel ${channel}`));
  return publicationsOf(state, served(state, channel));
}

async function formerOf(
  { channel, proposed }: Change,
  state: RegistryState,
  tools: Tools,
): Promise<FormerGraph | undefined> {
  const composed = served(state, channel);
  if (!composed) return undefined;
  const own = publicationsOf(state, composed).find(({ subgraph }) => subgraph === proposed.subgraph);
  const supergraphSdl = await tools.text(composed.supergraph);
  return own ? { sdl: await tools.text(own.sdl), supergraphSdl } : { supergraphSdl };
}
