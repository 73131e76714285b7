import { describe, expect, test } from '@jest/globals';
import { changingFrom, chargedWith } from '../../../schema/registry/checks/charged.js';
import { readSubgraph } from '../../../schema/registry/reading/subgraph.js';
import { LINK } from '../a-check.js';

const OWNER = 'type Case implements Filed @authenticated { id: ID! sum: Int } interface Filed { id: ID! }';
const GUEST = 'type Query { cases: [Case] } type Case @key(fields: "id", resolvable: false) { id: ID! }';

/** Who is charged where each agency's types become others. */
function charged(coordinate: string, after: Readonly<Record<string, readonly [string, string]>>) {
  const all = Object.entries(after).map(([agency, texts]) => {
    const [former, reading] = texts.map((text) =>
      readSubgraph(`${LINK}${text}`, { subgraph: agency, agency }),
    );
    if (!reading) throw new Error('There is no SDL.');
    return changingFrom(former, { reading, sdl: texts[1] });
  });
  return chargedWith(coordinate, all).map(({ reading }) => reading.agency);
}

describe('of several that change at once, a change is charged to', () => {
  const opened = [OWNER, OWNER.replace(' @authenticated', '')] as const;
  const wider = [GUEST, `${GUEST} extend type Query { more: Int }`] as const;

  test.each(['Case', 'Case.id', 'Case.sum', 'Filed.id', 'Query.cases'])(
    'whoever changes the part, or what it depends on: %s',
    (coordinate) => {
      expect(charged(coordinate, { guest: wider, owner: opened })).toEqual(['owner']);
    },
  );

  test('whoever makes a new way to it', () => {
    const leak = [GUEST, `${GUEST} extend type Query { leak: Case }`] as const;

    expect(charged('Case', { owner: [OWNER, `${OWNER} type Other { id: ID! }`], guest: leak })).toEqual([
      'guest',
    ]);
  });

  test('nobody who only describes it', () => {
    const told = [GUEST, GUEST.replace('type Case', '"Mine." type Case')] as const;

    expect(charged('Case', { guest: told, owner: opened })).toEqual(['owner']);
  });

  test('each of them where none of this tells', () => {
    const other = [OWNER, `${OWNER} type Other { id: ID! }`] as const;

    expect(charged('Query.gone', { guest: wider, owner: other })).toEqual(['guest', 'owner']);
  });
});
