import { expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Kind, print, visit, type DirectiveNode, type DocumentNode, type SelectionSetNode } from 'graphql';
import { ENGINE_DEFAULTS } from '../../../gateway/engine/settings.js';
import type { Answer, AnswerPart } from '../../../gateway/explorer/app/run/answer.js';
import { withPart } from '../../../gateway/explorer/app/run/merge.js';
import { LIMIT_DEFAULTS } from '../../../gateway/limits/settings.js';
import { casesOf } from '../engine/monolith/cases.js';
import { diceFor, type Dice } from '../engine/monolith/dice.js';
import { NO_LIMITS } from '../engine/monolith/federated.js';
import { FAMILIES } from '../engine/monolith/families/all.js';
import { graphOf, type Graph } from '../engine/monolith/graph.js';
import { randomGraph } from '../engine/monolith/random-graph.js';
import { gatewayBefore } from '../../support/gateway-before.js';

/** Operations asked of each graph; `DEFER_SEED` chooses others. */
const OPERATIONS = Number(process.env['DEFER_OPERATIONS'] ?? 15);
const SEED = Number(process.env['DEFER_SEED'] ?? 7);

jest.setTimeout(60_000 + OPERATIONS * 1_000);

/** How a gateway is set up that is asked much: plans are divided as far as they are by default. */
const SET_UP = {
  limits: { ...NO_LIMITS, QUERY_MAX_FETCHES: LIMIT_DEFAULTS.QUERY_MAX_FETCHES },
  // Starting threads would take most of the time.
  engine: { ...ENGINE_DEFAULTS, PLANNER_THREADS: 0 },
};

const DEFERRED: DirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'defer' } };

/** The same operation with some of its fragments deferred, and the rest of what some selections select. */
function deferring(document: DocumentNode, dice: Dice): DocumentNode {
  const deferred = <Node extends { readonly directives?: readonly DirectiveNode[] }>(node: Node): Node =>
    dice.chance(0.7) ? { ...node, directives: [...(node.directives ?? []), DEFERRED] } : node;
  return visit(document, {
    InlineFragment: { leave: deferred },
    FragmentSpread: { leave: deferred },
    SelectionSet: { leave: (node) => (dice.chance(0.3) ? restDeferred(node, dice) : undefined) },
  });
}

/** The order is kept, since changes are made in it. */
function restDeferred({ selections, ...set }: SelectionSetNode, dice: Dice): SelectionSetNode {
  const count = dice.int(selections.length);
  const fragment = {
    kind: Kind.INLINE_FRAGMENT,
    directives: [DEFERRED],
    selectionSet: { ...set, selections: selections.slice(count) },
  } as const;
  return { ...set, selections: [...selections.slice(0, count), fragment] };
}

interface Seen {
  readonly data?: unknown;
  readonly errors?: readonly SeenError[];
}

type Path = readonly (string | number)[];

interface SeenError {
  readonly message: string;
  readonly path?: Path;
}

async function asked(url: string, query: string, variables: object, accept: string): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query, variables }),
  });
}

/** What a client has that puts the parts together. */
async function joined(response: Response): Promise<Seen & { readonly count: number }> {
  if (!response.headers.get('content-type')?.startsWith('multipart/'))
    return { ...((await response.json()) as Seen), count: 1 };
  const texts = [...(await response.text()).matchAll(/\r\n\r\n(.*)\r\n---/g)].map((match) =>
    String(match[1]),
  );
  const parts = texts.map((text) => JSON.parse(text) as AnswerPart);
  return { ...(parts.reduce<Answer | null>(withPart, null) as Seen), count: texts.length };
}

function wordOf({ message, path = [] }: SeenError): string {
  return `${path.join('.')}: ${message}`;
}

/** The errors of one answer that another one does not tell, and that nothing in it explains. */
function untold(seen: Seen, other: Seen): readonly string[] {
  const { errors = [] } = other;
  const told = new Set(errors.map(wordOf));
  const left = (seen.errors ?? []).filter((each) => !told.has(wordOf(each)));
  return left.filter(({ path = [] }) => !isAround(path, other)).map(wordOf);
}

/** Whether something went wrong at what is around a place, or what is around it is `null` since something went wrong. */
function isAround(path: Path, { data, errors = [] }: Seen): boolean {
  const nothing = wayToNothing(data, path);
  return errors.some(
    ({ path: at = [] }) => isWithin(path, at) || (nothing.length < path.length && isWithin(at, nothing)),
  );
}

/** How far a path leads to something. */
function wayToNothing(data: unknown, path: Path): Path {
  const [step, ...rest] = path;
  if (step === undefined || typeof data !== 'object' || data === null) return [];
  return [step, ...wayToNothing((data as Readonly<Record<string, unknown>>)[step], rest)];
}

function isWithin(path: Path, around: Path): boolean {
  return around.every((step, index) => path[index] === step);
}

/** The errors that are told nowhere below the places of another answer's. */
function coarser(seen: Seen, { errors = [] }: Seen): Seen {
  const isAbove = ({ path = [] }: SeenError): boolean =>
    errors.some(({ path: at = [] }) => isWithin(at, path));
  return { ...seen, errors: seen.errors?.filter((each) => !isAbove(each)) };
}

/** Whether what one answer has is in the other one too, which may have more where the first is `null`. */
function holds(whole: unknown, parts: unknown): boolean {
  if (whole === null || whole === undefined) return true;
  if (typeof whole !== 'object') return whole === parts;
  if (typeof parts !== 'object' || parts === null) return false;
  const other = parts as Record<string, unknown>;
  return Object.entries(whole).every(([key, value]) => holds(value, other[key]));
}

/** @returns how many operations were answered in parts */
async function tryOut({ supergraphSdl, subgraphs, stage, look, ...graph }: Graph): Promise<number> {
  let inParts = 0;
  const gateway = await gatewayBefore({ supergraphSdl, subgraphs }, SET_UP);
  const { url } = gateway;
  const property = fc.asyncProperty(
    casesOf({ supergraphSdl, subgraphs, stage, look, ...graph }),
    fc.nat(),
    async ({ origin, asking: { document, variables } }, chance) => {
      const query = print(deferring(document, diceFor(`defer ${chance}`)));
      stage.reader = look(origin);
      const whole = (await (await asked(url, query, variables, 'application/json')).json()) as Seen;
      stage.reader = look(origin);
      const response = await asked(url, query, variables, 'multipart/mixed;deferSpec=20220824');
      const { count, ...parts } = await joined(response);
      if (count > 1) inParts += 1;
      if (whole.errors)
        expect({ query, holds: holds(whole.data, parts.data) }).toEqual({ query, holds: true });
      else expect({ query, ...parts }).toMatchObject({ query, data: whole.data as object });
      // What is asked for anew by a key may fail at a field where the record failed as a whole.
      const [more, less] = [untold(parts, whole), untold(coarser(whole, parts), parts)];
      expect({ query, more, less }).toEqual({ query, more: [], less: [] });
      expect(new Set(parts.errors?.map(wordOf)).size).toBe(parts.errors?.length ?? 0);
    },
  );
  try {
    await fc.assert(property, { numRuns: OPERATIONS, seed: SEED, endOnFailure: true });
    return inParts;
  } finally {
    await gateway.stop();
  }
}

test.each(Object.entries(FAMILIES))('deferred parts together are the whole answer: %s', async (_, sdls) => {
  expect(await tryOut(graphOf(sdls))).toBeGreaterThan(0);
});

test.each(['defer-1', 'defer-2'])('and so they are for a graph made at random, %s', async (name) => {
  expect(await tryOut(randomGraph(diceFor(name)))).toBeGreaterThan(0);
});
