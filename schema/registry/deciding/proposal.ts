import type { Address } from '../../contract/release/address.js';
import type { Publication } from '../../contract/release/wire.js';
import { text } from '../../contract/text.js';
import type { Acceptance, FormerGraph, Joined, OnStep, Proposal } from '../checks/input.js';
import type { CheckReport } from '../checks/report.js';
import type { PublishedSubgraph } from '../compose.js';
import { publicationsOf, served, allApprovals } from '../state/questions.js';
import { FIRST_CHANNEL, type RegistryState } from '../state/state.js';
import type { Tools } from './deciding.js';
import { notFound } from './refusals.js';

/** What would change on a channel. */
export interface Change {
  readonly channel: string;
  readonly proposed: Proposal;
  /** The versions of all other subgraphs that it would be served with. */
  readonly others: readonly Publication[];
  readonly accepts: readonly Acceptance[];
  /** The others that change at once with it. */
  readonly together?: readonly Joined[];
}

/** By what a change is judged. */
export interface Judging {
  readonly state: RegistryState;
  readonly tools: Tools;
  readonly onStep?: OnStep;
}

/** Checks a change of one subgraph, or of several at once, against what their channel serves. */
export async function judged(change: Change, { state, tools, onStep }: Judging): Promise<CheckReport> {
  const { channel, proposed, accepts, together } = change;
  const law = await tools.law(lawOf(state));
  const input = {
    proposed,
    others: await subgraphsOf(change.others, tools),
    ...(together && { together, servedOthers: await servedBeside(change, state, tools) }),
    ...(channel !== FIRST_CHANNEL && { settled: await subgraphsOf(servedOn(state, FIRST_CHANNEL), tools) }),
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

/** Published versions as composition takes them. */
function subgraphsOf(
  publications: readonly Publication[],
  tools: Tools,
): Promise<readonly PublishedSubgraph[]> {
  return Promise.all(
    publications.map(async ({ subgraph: name, url, sdl }) => ({ name, url, sdl: await tools.text(sdl) })),
  );
}

/** What is served now gives rights; versions that come at once vouch for nothing. */
function servedBeside(
  { channel, proposed }: Change,
  state: RegistryState,
  tools: Tools,
): Promise<readonly PublishedSubgraph[]> {
  const others = servedOn(state, channel).filter(({ subgraph }) => subgraph !== proposed.subgraph);
  return subgraphsOf(others, tools);
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
