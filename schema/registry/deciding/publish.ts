import { text } from '../../contract/text.js';
import type { StatementOf } from '../../contract/release/statements.js';
import type { Publication } from '../../contract/release/wire.js';
import { agencyOf, type Law } from '../ownership/law.js';
import type { Answer, Question } from './deciding.js';
import { released } from './moving.js';
import { judged, lawOf, servedOn } from './proposal.js';
import { movedOn, notYours } from './refusals.js';

/** An agency publishes a version of its subgraph; when it passes, its channel serves it. */
export async function publish(question: Question<'PUBLISHED'>): Promise<Answer> {
  const { state, statement, id, tools } = question;
  const { subgraph, by: agency, channel, url, sdl, accepts } = statement;
  assertTheirs(await tools.law(lawOf(state)), subgraph, agency);
  const now = servedOn(state, channel);
  assertBase(statement, now);
  const others = now.filter((each) => each.subgraph !== subgraph);
  const proposed = { subgraph, agency, url, sdl: await tools.text(sdl) };
  const report = await judged({ channel, proposed, others, accepts }, question);
  const rest = others.map((each) => ({ name: each.subgraph, publication: each.id }));
  const subgraphs = [...rest, { name: subgraph, publication: id }];
  const answer = await released({ channel, report, subgraphs, cause: id }, state, tools);
  return { ...answer, texts: [sdl] };
}

/** Whether the law says that a subgraph is an agency's. @throws HubError NOT_YOURS */
export function assertTheirs(law: Law, subgraph: string, agency: string): void {
  const owner = agencyOf(law, subgraph);
  if (owner === agency) return;
  throw notYours(
    owner ?? 'hub',
    owner === undefined
      ? text(
          `Luật sở hữu chưa có phân hệ ${subgraph}: đề nghị đơn vị vận hành (hub) ghi nó cho ${agency}.`,
          `The law of ownership knows no subgraph ${subgraph}: ask the operator (hub) to write it down for ${agency}.`,
        )
      : text(
          `Phân hệ ${subgraph} thuộc về ${owner}; chỉ ${owner} được công bố nó.`,
          `Subgraph ${subgraph} belongs to ${owner}; only ${owner} publishes it.`,
        ),
  );
}

function assertBase({ base, subgraph }: StatementOf<'PUBLISHED'>, now: readonly Publication[]): void {
  if (base === undefined) return;
  const current = now.find((each) => each.subgraph === subgraph);
  if (current?.id === base) return;
  throw movedOn(
    text(
      `Kênh đã có bản khác của ${subgraph}; hãy đối chiếu rồi kiểm tra và công bố lại.`,
      `The channel serves another version of ${subgraph}; compare, check and publish again.`,
    ),
    { current: current?.id ?? null },
  );
}
