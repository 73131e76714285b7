import { tinyId } from '../support/tiny-subgraphs.js';

/** What callers ask: every subgraph, alone and joined with others, in lists and by id. */
export const QUESTIONS: readonly string[] = [
  '{ orgs { totalCount edges { node { id name } } } }',
  '{ orgs { edges { node { name guard { name medals } } } } }',
  '{ units { name medals } medalNames }',
  `{ org(id: "${tinyId('Org', 1)}") { name children { edges { node { name guard { id } } } } } }`,
  `{ unit(id: "${tinyId('Unit', 1)}") { name medals org { name parent { name } guard { medals } } } }`,
  '{ medalNames orgs(first: 2) { edges { node { name } } } }',
  `{ node(id: "${tinyId('Unit', 2)}") { id ... on Unit { name medals } } }`,
  '{ echo(words: [1, 2, 3]) a: medalNames }',
];
