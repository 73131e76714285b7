import { text } from '../../contract/text.js';
import { isGranted } from '../ownership/permits.js';
import { HUB, type Law } from '../ownership/law.js';
import { validApprovals } from '../state/questions.js';
import { AS_SAID, type Answer, type Question } from './deciding.js';
import { alreadyDone, notYours } from './refusals.js';

/** A new law: what it takes from an owner, that owner has ceded. */
export async function makeLaw({ state, statement, tools }: Question<'LAW_MADE'>): Promise<Answer> {
  if (statement.law === state.law) throw alreadyDone(SAME_LAW);
  const next = await tools.law(statement.law);
  const former = state.law && (await tools.law(state.law));
  const permissions = { law: next, approvals: validApprovals(state, tools.now), now: tools.now };
  for (const { coordinate, owner, to } of former ? cessions(former, next) : [])
    if (!isGranted({ owner, to, right: 'CEDE', coordinate }, permissions, ''))
      throw notCeded(coordinate, owner);
  return { ...AS_SAID, texts: [statement.law] };
}

interface Cession {
  readonly coordinate: string;
  readonly owner: string;
  readonly to: string;
}

/** What changes hands, also by a field that gets an owner of its own; what the law names no longer falls to the hub. */
function cessions(former: Law, next: Law): readonly Cession[] {
  const coordinates = new Set([...former.owners.keys(), ...next.owners.keys()]);
  return [...coordinates].flatMap((coordinate) => {
    const owner = ownerIn(former, coordinate);
    const to = ownerIn(next, coordinate) ?? HUB;
    return owner === undefined || owner === to ? [] : [{ coordinate, owner, to }];
  });
}

function ownerIn({ owners }: Law, coordinate: string): string | undefined {
  return owners.get(coordinate) ?? owners.get(coordinate.split('.')[0] ?? '');
}

const SAME_LAW = text('Luật này đang có hiệu lực.', 'This law holds already.');

function notCeded(coordinate: string, owner: string) {
  return notYours(
    owner,
    text(
      `${coordinate} thuộc về ${owner}: cần phê duyệt CEDE do ${owner} ký.`,
      `${coordinate} belongs to ${owner}: an approval with right CEDE, signed by ${owner}, is needed.`,
    ),
  );
}
