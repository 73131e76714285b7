import { text } from '../../../contract/text.js';
import type { CheckReport, ContractChange, SchemaChange } from '../../checks/report.js';
import type { Call } from '../call.js';
import type { Command, Outcome } from '../command.js';
import { OFFLINE_OPTIONS } from '../local/check-offline.js';
import { PROPOSAL_OPTIONS, proposalOf } from '../proposal.js';
import { reaching, REACH_OPTIONS, type Reach } from '../reach.js';
import { changesPages } from '../show/report.js';
import { versionsOf, type Version } from '../versions.js';
import { checked } from './check.js';

/** What differs for clients, and in contracts. */
type Differences = Pick<CheckReport, 'changes' | 'contracts' | 'opened'>;

/** `hub diff`: what the local SDL would change, or what changed between two versions of a channel. */
export const DIFF: Command = {
  name: 'diff',
  summary: text(
    'điều gì khác với ứng dụng: SDL ở đây so với bản đang phục vụ, hoặc giữa hai lần chuyển của kênh',
    'what differs for clients: the local SDL against what is served, or two moves of a channel',
  ),
  args: [
    {
      name: 'from',
      isOptional: true,
      summary: text(
        'số lần chuyển của kênh, hoặc mã một bản của phân hệ',
        'number of a move of the channel, or id of a version of the subgraph',
      ),
    },
    {
      name: 'to',
      isOptional: true,
      summary: text('số sau; nếu không: bản hiện tại', 'a later one; else the present one'),
    },
  ],
  options: [...PROPOSAL_OPTIONS, ...REACH_OPTIONS, ...OFFLINE_OPTIONS],
  examples: [
    'diff',
    'diff 41',
    'diff 3f2a9c01 8be10c77 --subgraph insurance',
    'diff 41 42 --channel staging --format json',
  ],
  async run(call) {
    const from = call.arg(0);
    if (from !== undefined) return reaching(call, async (reach) => shown(await between(call, from, reach)));
    const { report } = await checked(call, await proposalOf(call));
    const { changes, contracts, opened } = report;
    return shown({ changes, contracts, opened });
  },
};

async function between(call: Call, from: string, reach: Reach): Promise<Differences> {
  const { differencesOf } = await import('../../checks/diff/schemas.js');
  const [before, after] = await versionsOf(call, from, reach);
  const changes = differencesOf(before.api, after.api).map(
    ({ code, kind, coordinate, message }): SchemaChange => ({ code, kind, coordinate, message }),
  );
  return { changes, contracts: tagChanges(before.tags, after.tags), opened: [] };
}

type Tags = Version['tags'];

function tagChanges(before: Tags, after: Tags): readonly ContractChange[] {
  return [
    ...tagsBeyond(after, before).map((each) => ({ ...each, change: 'REMOVED' as const })),
    ...tagsBeyond(before, after).map((each) => ({ ...each, change: 'ADDED' as const })),
  ];
}

/** The tags that one has and the other has not. */
function tagsBeyond(known: Tags, tags: Tags): readonly Omit<ContractChange, 'change'>[] {
  return [...tags].flatMap(([coordinate, names]) =>
    [...names].filter((tag) => !known.get(coordinate)?.has(tag)).map((tag) => ({ tag, coordinate })),
  );
}

function shown(differences: Differences): Outcome {
  return {
    result: differences,
    page: (paper) => changesPages(differences, paper).join('\n') || paper.say(SAME),
  };
}

const SAME = text('Không có gì khác.', 'Nothing differs.');
