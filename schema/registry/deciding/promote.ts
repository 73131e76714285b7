import { text } from '../../contract/text.js';
import type { Publication } from '../../contract/release/wire.js';
import type { CheckReport } from '../checks/report.js';
import type { PublishedSubgraph } from '../compose.js';
import { assertOwn, differing } from './channel.js';
import type { Answer, Question, Tools } from './deciding.js';
import { released } from './moving.js';
import { judged, lawOf, servedOn, subgraphOf } from './proposal.js';
import { alreadyDone, checkFailed, notFound } from './refusals.js';

/** What one channel serves goes on to another; each version that is new there is checked there. */
export async function promote(question: Question<'PROMOTED'>): Promise<Answer> {
  const { state, statement, id, tools } = question;
  const { from, to, by, subgraphs } = statement;
  const now = servedOn(state, to);
  const next = promoted(now, servedOn(state, from), subgraphs);
  const changed = differing(now, next);
  if (changed.length === 0)
    throw alreadyDone(text(`Kênh ${to} đã có các bản này.`, `Channel ${to} has these versions.`));
  if (by !== 'OPERATOR') assertOwn(await tools.law(lawOf(state)), changed, by);
  const report = await checkedAll(question, next, changed);
  const set = next.map((each) => ({ name: each.subgraph, publication: each.id }));
  return released({ channel: to, report, subgraphs: set, cause: id }, state, tools);
}

function promoted(
  now: readonly Publication[],
  from: readonly Publication[],
  names: readonly string[] = from.map(({ subgraph }) => subgraph),
): readonly Publication[] {
  const missing = names.find((name) => !from.some(({ subgraph }) => subgraph === name));
  if (missing !== undefined)
    throw notFound(text(`phân hệ ${missing} trên kênh nguồn`, `subgraph ${missing} on that channel`));
  const taken = from.filter(({ subgraph }) => names.includes(subgraph));
  return [...now.filter(({ subgraph }) => !names.includes(subgraph)), ...taken];
}

/** Every change in turn against what would be served in the end; the last report stands for all when each passes. */
async function checkedAll(
  question: Question<'PROMOTED'>,
  next: readonly Publication[],
  changed: readonly string[],
): Promise<CheckReport> {
  const { tools, statement, state } = question;
  const now = await Promise.all(servedOn(state, statement.to).map((each) => subgraphOf(each, tools)));
  const reports: CheckReport[] = [];
  for (const { subgraph, agency, url, sdl } of next.filter((each) => changed.includes(each.subgraph))) {
    const others = next.filter((each) => each.subgraph !== subgraph);
    const proposed = { subgraph, agency, url, sdl: await tools.text(sdl) };
    const servedOthers = now.filter(({ name }) => name !== subgraph);
    const report = await judged(
      { channel: statement.to, proposed, others, accepts: [] },
      { ...question, tools: besides(servedOthers, tools) },
    );
    if (!report.passed) throw checkFailed(report);
    reports.push(report);
  }
  const opened = [...new Set(reports.flatMap((report) => report.opened))];
  const findings = reports.flatMap((report) => report.findings);
  return { passed: true, changes: [], contracts: [], ...reports.at(-1), findings, opened };
}

/** Checks that tell what is served now from what comes at once with it: versions that are new vouch for nothing. */
function besides(servedOthers: readonly PublishedSubgraph[], tools: Tools): Tools {
  return { ...tools, check: (input, onStep) => tools.check({ ...input, servedOthers }, onStep) };
}
