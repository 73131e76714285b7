import { text } from '../../contract/text.js';
import type { CheckReport, Finding } from '../checks/report.js';
import { agencyOf } from '../ownership/law.js';
import type { Answer, Question } from './deciding.js';
import { released } from './moving.js';
import { judged, lawOf, servedOn } from './proposal.js';
import { invalid, notFound } from './refusals.js';
import { assertTheirs } from './publish.js';

/**
 * A subgraph leaves a channel. What remains must compose; where clients are known to use what goes, only the operator
 * may take it away.
 */
export async function withdrawSubgraph(question: Question<'WITHDREW_SUBGRAPH'>): Promise<Answer> {
  const { state, statement, id, tools } = question;
  const { subgraph, channel, by } = statement;
  const law = await tools.law(lawOf(state));
  if (by !== 'OPERATOR') assertTheirs(law, subgraph, by);
  const now = servedOn(state, channel);
  if (!now.some((each) => each.subgraph === subgraph))
    throw notFound(text(`phân hệ ${subgraph}`, `subgraph ${subgraph}`));
  const [neighbour, ...others] = now.filter((each) => each.subgraph !== subgraph);
  if (!neighbour) throw invalid('LAST_SUBGRAPH', LAST);
  const { url, sdl } = neighbour;
  const agency = agencyOf(law, neighbour.subgraph) ?? neighbour.agency;
  const proposed = { subgraph: neighbour.subgraph, agency, url, sdl: await tools.text(sdl) };
  const found = await judged({ channel, proposed, others, accepts: [] }, question);
  const report = remaining(found, by);
  const subgraphs = [neighbour, ...others].map((each) => ({ name: each.subgraph, publication: each.id }));
  return released({ channel, report, subgraphs, cause: id }, state, tools);
}

/**
 * What counts of a report when a subgraph goes: no SDL is new, so that only the graph that remains is judged. Whoever
 * leaves takes it upon itself where nobody's use is known.
 */
function remaining(report: CheckReport, by: string): CheckReport {
  const findings = report.findings.filter((finding) => counts(finding, by));
  const passed = findings.every(({ severity }) => severity !== 'ERROR') && report.composition !== undefined;
  return { ...report, findings, passed };
}

function counts({ check, clients = [] }: Finding, by: string): boolean {
  if (check === 'BREAKING') return clients.length > 0 && by !== 'OPERATOR';
  return check === 'COMPOSITION' || check === 'ACCESS' || check === 'CONTRACT';
}

const LAST = text(
  'Không thể rút phân hệ cuối cùng của kênh.',
  'The last subgraph of a channel cannot be withdrawn.',
);
