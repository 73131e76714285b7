import { projectPath } from '../../../contract/project.js';
import { text } from '../../../contract/text.js';
import type { CheckQuestion } from '../../client/registry-client.js';
import { CHECK_LIMITS, type CheckInput } from '../../checks/input.js';
import type { CheckReport } from '../../checks/report.js';
import type { PublishedSubgraph } from '../../compose.js';
import { readComposition } from '../../composition-file.js';
import { agencyOf } from '../../ownership/law.js';
import { readLaw } from '../../ownership/law-file.js';
import type { Call } from '../call.js';
import type { CommandOption } from '../command.js';
import { projectOf } from '../reach.js';
import { lawToCome, lawWith, type Newcomer } from './newcomer.js';

/** How a command works without a registry. */
export const OFFLINE_OPTIONS: readonly CommandOption[] = [
  {
    name: 'offline',
    summary: text(
      'không hỏi sổ đăng ký: dùng đồ thị và luật trong các tệp của Liên thông; không biết ứng dụng nào đang dùng gì',
      "asks no registry: takes the graph and the law from the hub's own files; knows nothing of clients in use",
    ),
  },
  {
    name: 'graph',
    value: 'file',
    summary: text(
      'danh sách các phân hệ khác (như schema/supergraph.yaml)',
      'list of the other subgraphs (such as schema/supergraph.yaml)',
    ),
  },
  {
    name: 'law',
    value: 'file',
    summary: text(
      'luật sở hữu (như schema/ownership.yaml)',
      'law of ownership (such as schema/ownership.yaml)',
    ),
  },
];

/** The subgraphs that a list of files names. @throws HubError INVALID_INPUT */
export function listedSubgraphs(call: Call): Promise<readonly PublishedSubgraph[]> {
  const given = call.option('graph');
  return readComposition(given === undefined ? projectPath('schema', 'supergraph.yaml') : call.path(given));
}

/** Checks a proposal against files, by the checks that the registry runs. */
export async function checkOffline(
  call: Call,
  question: CheckQuestion,
  titles: Pick<Newcomer, 'titleVi' | 'titleEn'> = {},
): Promise<CheckReport> {
  const { check } = await import('../../checks/check.js');
  const { input, newcomer } = await inputOf(call, question);
  const report = check(input);
  if (!newcomer) return report;
  return { ...report, findings: [...report.findings, lawToCome({ ...newcomer, ...titles })] };
}

interface Prepared {
  readonly input: CheckInput;
  /** The publisher, when the law does not know it. */
  readonly newcomer?: Newcomer;
}

async function inputOf(call: Call, question: CheckQuestion): Promise<Prepared> {
  const { subgraph, url, sdl, accepts = [] } = question;
  const listed = await listedSubgraphs(call);
  const own = listed.find(({ name }) => name === subgraph);
  const written = readLaw(await call.file(call.option('law') ?? projectPath('schema', 'ownership.yaml')));
  const known = agencyOf(written, subgraph);
  const agency = known ?? projectOf(call)?.agency ?? subgraph;
  const newcomer = known === undefined ? { agency, subgraph, url } : undefined;
  const input = {
    proposed: { subgraph, agency, url, sdl },
    others: listed.filter(({ name }) => name !== subgraph),
    former: { supergraphSdl: await servedGraph(call, listed), ...(own && { sdl: own.sdl }) },
    law: newcomer ? lawWith(written, newcomer) : written,
    approvals: [],
    now: call.desk.now(),
    usage: { isComplete: false, operations: [] },
    accepts,
    limits: CHECK_LIMITS,
  };
  return { input, newcomer };
}

/** The project's own graph is composed already. */
async function servedGraph(call: Call, listed: readonly PublishedSubgraph[]): Promise<string> {
  if (call.option('graph') === undefined)
    return call.file(projectPath('schema', 'sdl', 'supergraph.graphql'));
  const { supergraphOf } = await import('../../compose.js');
  return supergraphOf(listed).supergraphSdl;
}
