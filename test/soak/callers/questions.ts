import { tinyId } from '../../support/tiny-subgraphs.js';

/** What callers ask: every subgraph, alone and joined with others, in lists and by id, protected or not. */
export const QUESTIONS: readonly string[] = [
  '{ orgs { totalCount edges { node { id name } } } }',
  '{ orgs { edges { node { name guard { name medals } } } } }',
  '{ units { name medals } medalNames }',
  `{ org(id: "${tinyId('Org', 1)}") { name children { edges { node { name guard { id } } } } } }`,
  `{ unit(id: "${tinyId('Unit', 1)}") { name medals org { name parent { name } guard { medals } } } }`,
  '{ medalNames orgs(first: 2) { edges { node { name } } } }',
  `{ node(id: "${tinyId('Unit', 2)}") { id ... on Unit { name medals } } }`,
  '{ echo(words: [1, 2, 3]) a: medalNames }',
  '{ disputes { number parties org { name } } }',
  '{ notices { title forMembers parties } disputes { forMembers org { guard { name medals } } } }',
];

/** The same, of which parts may come later. */
export const DEFERRED: readonly { readonly query: string; readonly whole: string }[] = [
  {
    query: '{ orgs { edges { node { name ... @defer { guard { name medals } } } } } }',
    whole: '{ orgs { edges { node { name guard { name medals } } } } }',
  },
  {
    query: '{ units { name ... @defer { medals } } ... @defer { medalNames } }',
    whole: '{ units { name medals } medalNames }',
  },
  {
    query: '{ disputes { number parties ... @defer { org { name } } } }',
    whole: '{ disputes { number parties org { name } } }',
  },
];
