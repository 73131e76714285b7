import { HubError } from '../../../schema/contract/errors.js';
import { text } from '../../../schema/contract/text.js';
import type { SupergraphFacts } from '../../supergraph/facts.js';
import type { Operation, SelectedField, Selection } from '../operation.js';

/** How a tag begins that keeps a field apart from all fields with the rest of its name as their tag. */
const APART_FROM = 'apart-from/';

/**
 * Makes what refuses operations that put together what an agency wants kept apart: a field with `@tag(name:
 * "apart-from/x")` is not answered in one operation with a field that has `@tag(name: "x")`.
 *
 * The returned function throws HubError COMBINATION_NOT_ALLOWED.
 */
export function keepingApart(facts: Tags): (operation: Operation) => void {
  return ({ selection }) => {
    const tagged = new Map<string, string>();
    collect(selection, facts, tagged);
    for (const [tag, field] of tagged) {
      const other = tag.startsWith(APART_FROM) && tagged.get(tag.slice(APART_FROM.length));
      if (other) throw notTogether(field, other);
    }
  };
}

type Tags = Pick<SupergraphFacts, 'tagsOf'>;

function collect(selection: Selection, facts: Tags, into: Map<string, string>): void {
  for (const each of selection) {
    if (each.kind === 'field') noteTags(each, facts, into);
    if (each.selection) collect(each.selection, facts, into);
  }
}

function noteTags({ parent, name }: SelectedField, facts: Tags, into: Map<string, string>): void {
  for (const tag of facts.tagsOf(parent.name, name)) into.set(tag, `${parent.name}.${name}`);
}

function notTogether(one: string, other: string): HubError {
  return new HubError(
    'COMBINATION_NOT_ALLOWED',
    text(
      `Không được hỏi ${one} cùng với ${other} trong một yêu cầu: hãy bỏ một trong hai.`,
      `${one} and ${other} may not be asked for together: leave one of them out.`,
    ),
    { fields: [one, other] },
  );
}
