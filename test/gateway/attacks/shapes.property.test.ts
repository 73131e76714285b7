import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  Kind,
  parse,
  print,
  visit,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { LIMIT_DEFAULTS } from '../../../gateway/limits/settings.js';
import { ANONYMOUS, callerWith } from '../../../schema/contract/caller.js';
import { seen } from '../access/seen.js';
import { anAccessSite } from '../access/site.js';
import { ROOTS } from '../access/world.js';
import { POST, send } from '../http/send.js';
import { GRAPH } from '../engine/filter/a-graph.js';
import { CLAIMS, randomOperation } from '../engine/filter/random-operations.js';

/** Shapes of one run; ten thousand with `ATTACK_RUNS=10000`. */
const RUNS = Number(process.env['ATTACK_RUNS'] ?? 50);

const VAST = 1_000_000;
const BOUNDLESS = {
  ...LIMIT_DEFAULTS,
  QUERY_MAX_COST: VAST,
  QUERY_MAX_TOKENS: VAST,
  QUERY_MAX_ALIASES: VAST,
  QUERY_MAX_DIRECTIVES: VAST,
  QUERY_MAX_ROOT_FIELDS: VAST,
  QUERY_MAX_DEPTH: VAST,
};

/** Every value of the world that is told apart from all others, as an answer would hold it. */
const SENTINELS = [...JSON.stringify(ROOTS).matchAll(/\d{6}|"[^"]+ [^"]*"/g)].map(([value]) => value);

/** How the same may be asked otherwise. */
const TWISTS = ['alias', 'twice', 'fragment', 'include', 'skip', 'defer', 'deep'] as const;
type Twist = (typeof TWISTS)[number];
type Draw = () => readonly Twist[];

/** Uses the variables once, whatever the shape. */
const HEAD =
  '($yes: Boolean = true, $no: Boolean = false) { used: __typename @include(if: $yes) @skip(if: $no)';

/** The same operation in another shape. */
function twisted(query: string, draw: Draw): string {
  let names = 0;
  const twist = (node: SelectionNode): readonly SelectionNode[] => {
    const twists = draw();
    const given: SelectionNode =
      node.kind === Kind.FIELD && twists.includes('alias') ? renamed(node, `k${(names += 1)}`) : node;
    const first = twists.includes('fragment') ? within(given, '') : given;
    const second = twists.includes('include') ? within(first, '@include(if: $yes)') : first;
    const third = twists.includes('skip') ? within(second, '@skip(if: $no)') : second;
    const fourth = twists.includes('deep') ? within(within(within(third, ''), ''), '') : third;
    const last = twists.includes('defer') ? within(fourth, '@defer') : fourth;
    return twists.includes('twice') ? [node, last] : [last];
  };
  const document = visit(parse(query), {
    SelectionSet: {
      leave: (set): SelectionSetNode => ({ ...set, selections: set.selections.flatMap(twist) }),
    },
  });
  return print(document).replace(/^(query|mutation)?\s*\{/, (_, kind = 'query') => `${kind} ${HEAD}`);
}

function renamed(node: FieldNode, name: string): FieldNode {
  return { ...node, alias: { kind: Kind.NAME, value: name } };
}

function within(node: SelectionNode, directives: string): SelectionNode {
  const [operation] = parse(`{ ... ${directives} { a } }`).definitions;
  const [fragment] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  if (fragment?.kind !== Kind.INLINE_FRAGMENT) throw new Error('This is a fragment.');
  return { ...fragment, selectionSet: { ...fragment.selectionSet, selections: [node] } };
}

test('ATZ-06: in no shape of an operation anybody sees what they have no right to', async () => {
  const site = await anAccessSite({ limits: BOUNDLESS });
  let answered = 0;
  const run = async (kind: 'query' | 'mutation', claims: object | null, query: string, shape: string) => {
    const caller = claims ? callerWith({ ...claims }) : ANONYMOUS;
    const allowed = JSON.stringify(
      seen(GRAPH.operation(query), ROOTS[kind === 'query' ? 'Query' : 'Mutation'], caller),
    );

    const headers = {
      ...POST.headers,
      accept: 'multipart/mixed, application/json',
      ...(claims && (await site.bearer({ ...claims }))),
    };
    const { status, body } = await send(`${site.hub.url}/graphql`, { method: 'POST', headers }, [
      JSON.stringify({ query: shape }),
    ]);

    answered += status === 200 && body.includes('"data"') ? 1 : 0;
    expect({
      shape,
      leaks: SENTINELS.filter((value) => body.includes(value) && !allowed.includes(value)),
    }).toEqual({ shape, leaks: [] });
  };

  const kind = fc.constantFrom('query' as const, 'mutation' as const);
  const property = fc.asyncProperty(kind, CLAIMS, fc.gen(), (of, claims, gen) => {
    const query = randomOperation(of, gen);
    const shape = twisted(query, () => gen(() => fc.subarray([...TWISTS], { maxLength: 3 })));
    return run(of, claims, query, shape);
  });
  await fc.assert(property, { numRuns: RUNS });

  expect(answered).toBeGreaterThan(RUNS * 0.9);
}, 1_800_000);
