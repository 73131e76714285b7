import { text } from '../../contract/text.js';
import type { Publication } from '../../contract/release/wire.js';
import type { CheckReport } from '../checks/report.js';
import { assertOwn, differing } from './channel.js';
import type { Answer, Question } from './deciding.js';
import { released } from './moving.js';
import { judged, lawOf, servedOn } from './proposal.js';
import { alreadyDone, notFound } from './refusals.js';

/** What one channel serves goes on to another, where all that is new is checked at once. */
export async function promote(question: Question<'PROMOTED'>): Promise<Answer> {
  const { state, statement, id, tools } = question;
  const { from, to, by, subgraphs } = statement;
  const now = servedOn(state, to);
  const next = promoted(now, servedOn(state, from), subgraphs);
  const changed = differing(now, next);
  if (changed.length === 0)
    throw alreadyDone(text(`Kênh ${to} đã có các bản này.`, `Channel ${to} has these versions.`));
  if (by !== 'OPERATOR') assertOwn(await tools.law(lawOf(state)), changed, by);
  const report = await judgedAtOnce(question, next, changed);
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

/** All that changes, judged as the one graph that it makes. */
async function judgedAtOnce(
  question: Question<'PROMOTED'>,
  next: readonly Publication[],
  [first = '', ...rest]: readonly string[],
): Promise<CheckReport> {
  const { tools, statement } = question;
  const { to: channel, accepts } = statement;
  const others = next.filter(({ subgraph }) => subgraph !== first);
  const { agency, url, sdl } = publicationIn(next, first);
  const proposed = { subgraph: first, agency, url, sdl: await tools.text(sdl) };
  const together = rest.map((name) => ({ name, agency: publicationIn(next, name).agency }));
  return judged({ channel, proposed, others, accepts, together }, question);
}

function publicationIn(publications: readonly Publication[], name: string): Publication {
  const found = publications.find(({ subgraph }) => subgraph === name);
  if (!found) throw new Error(`A promotion changes ${name}, which it does not bring.`);
  return found;
}
