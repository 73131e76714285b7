import { text } from '../../contract/text.js';
import type { Publication } from '../../contract/release/wire.js';
import type { CheckReport } from '../checks/report.js';
import { assertOwn, differing } from './channel.js';
import type { Answer, Question } from './deciding.js';
import { released } from './moving.js';
import { judged, lawOf, servedOn } from './proposal.js';
import { alreadyDone, invalid, movedOn, notFound } from './refusals.js';
import type { StatementOf } from '../../contract/release/statements.js';

/** What one channel serves goes on to another, where all that is new is checked at once. */
export async function promote(question: Question<'PROMOTED'>): Promise<Answer> {
  const { state, statement, id, tools } = question;
  const { from, to, by, subgraphs } = statement;
  const now = servedOn(state, to);
  const taken = takenFrom(servedOn(state, from), subgraphs);
  assertSeen(statement, taken);
  const names = new Set(taken.map(({ subgraph }) => subgraph));
  const next = [...now.filter(({ subgraph }) => !names.has(subgraph)), ...taken];
  const changed = differing(now, next);
  if (changed.length === 0)
    throw alreadyDone(text(`Kênh ${to} đã có các bản này.`, `Channel ${to} has these versions.`));
  if (by !== 'OPERATOR') assertOwn(await tools.law(lawOf(state)), changed, by);
  const report = await judgedAtOnce(question, next, changed);
  const set = next.map((each) => ({ name: each.subgraph, publication: each.id }));
  return released({ channel: to, report, subgraphs: set, cause: id }, state, tools);
}

function takenFrom(
  from: readonly Publication[],
  names: readonly string[] = from.map(({ subgraph }) => subgraph),
): readonly Publication[] {
  const missing = names.find((name) => !from.some(({ subgraph }) => subgraph === name));
  if (missing !== undefined)
    throw notFound(text(`phân hệ ${missing} trên kênh nguồn`, `subgraph ${missing} on that channel`));
  return from.filter(({ subgraph }) => names.includes(subgraph));
}

/** What was looked at is what goes on, and nothing that came since. @throws HubError INVALID_STATEMENT, STALE_BASE */
function assertSeen({ from, versions }: StatementOf<'PROMOTED'>, taken: readonly Publication[]): void {
  if (!versions) throw invalid('VERSIONS_MISSING', VERSIONS_MISSING);
  const seen = new Set(versions.map(spelled));
  const isSame =
    seen.size === taken.length &&
    taken.every(({ subgraph: name, id: publication }) => seen.has(spelled({ name, publication })));
  if (isSame) return;
  throw movedOn(
    text(
      `Kênh ${from} đã chuyển sang bản khác; hãy xem lại rồi đưa sang.`,
      `The channel ${from} has moved on to other versions; look at them, and promote again.`,
    ),
    { current: taken.map(({ subgraph: name, id: publication }) => ({ name, publication })) },
  );
}

function spelled({ name, publication }: { readonly name: string; readonly publication: string }): string {
  return `${name} ${publication}`;
}

const VERSIONS_MISSING = text(
  'Việc đưa sang kênh khác phải nêu đúng phiên bản từng phân hệ; dùng hub của cùng phiên bản.',
  'A promotion names the exact version of each subgraph; use the hub of the same version.',
);

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
