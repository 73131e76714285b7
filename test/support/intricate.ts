import { composeOnce } from './once/compose-once.js';
import { local } from './tiny-subgraphs.js';

const NAMES = ['s1', 's2', 's3', 's4', 's5', 's6'];
const SHARED = Array.from({ length: 8 }, (_, n) => `f${n}: T @shareable`).join(' ');

function sdlOf(name: string): string {
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
    type Query { start: T @shareable ${name}Count: Int }
    type T @key(fields: "id") { id: ID! ${SHARED} ${name}: Int }`;
}

/** Subgraphs that all have the same fields, so that the ways to answer grow beyond all bounds with the operation. */
export function intricateSubgraphs() {
  return NAMES.map((name) => local(name, sdlOf(name), { Query: { [`${name}Count`]: () => 1 } }));
}

/** The supergraph of {@link intricateSubgraphs}. */
export function intricateSupergraph(): string {
  return composeOnce(NAMES.map((name) => ({ name, url: `http://${name}`, sdl: sdlOf(name) })));
}

/** An operation that asks all subgraphs at each place; no planner finds the plan for eleven levels within a second, and twelve are more than it takes on. */
export function intricate(depth: number): string {
  return `{ start ${nested(depth)} }`;
}

function nested(depth: number): string {
  if (depth === 0) return `{ ${NAMES.join(' ')} }`;
  return `{ f0 ${nested(depth - 1)} f1 ${nested(depth - 1)} }`;
}
