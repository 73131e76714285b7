import { addressOf, type Address } from '../../contract/release/address.js';
import type { CheckReport } from '../checks/report.js';
import { lastMove, served } from '../state/questions.js';
import type { RegistryState } from '../state/state.js';
import type { Answer, Tools } from './deciding.js';
import { stillOpened } from './opened.js';
import { lawOf } from './proposal.js';
import { checkFailed, withoutGraph } from './refusals.js';

/** A composition that passed, and the channel that is to serve it. */
export interface Release {
  readonly channel: string;
  readonly report: CheckReport;
  readonly subgraphs: readonly { readonly name: string; readonly publication: Address }[];
  /** The statement that moves the channel. */
  readonly cause: Address;
}

/** The registry's statements that put a new composition on a channel. @throws HubError CHECK_FAILED */
export async function released(release: Release, state: RegistryState, tools: Tools): Promise<Answer> {
  const { report, channel, cause } = release;
  if (!report.passed || !report.composition) throw checkFailed(report);
  const { supergraphSdl, apiSdl } = report.composition;
  const said = JSON.stringify(withoutGraph(report));
  const made = new Map([supergraphSdl, apiSdl, said].map((text) => [addressOf(text), text]));
  const composed = await tools.say({
    kind: 'COMPOSED',
    supergraph: addressOf(supergraphSdl),
    api: addressOf(apiSdl),
    subgraphs: release.subgraphs.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    law: lawOf(state),
    opened: await openedBy(release, state, tools),
    report: addressOf(said),
  });
  const pointed = await pointedAt({ state, channel, composed: composed.id, cause, tools });
  return { follow: [composed, pointed], texts: [], made, report };
}

/** What the report opens, and what was opened before. */
async function openedBy({ channel, report }: Release, state: RegistryState, tools: Tools): Promise<string[]> {
  const former = served(state, channel);
  if (!former || former.opened.length === 0) return [...report.opened];
  const step = {
    before: await tools.text(former.supergraph),
    after: report.composition?.supergraphSdl ?? '',
  };
  return [...new Set([...report.opened, ...stillOpened(former.opened, step)])];
}

/** Where a channel is to point. */
export interface Pointing {
  readonly state: RegistryState;
  readonly channel: string;
  readonly composed: Address;
  readonly cause: Address;
  readonly tools: Tools;
}

/** The registry's statement that moves a channel. */
export function pointedAt({ state, channel, composed, cause, tools }: Pointing): ReturnType<Tools['say']> {
  const number = (lastMove(state.channels.get(channel))?.number ?? 0) + 1;
  return tools.say({ kind: 'POINTED', channel, number, composed, cause });
}
