import type { UsageEvidence, Use } from '../../../schema/registry/usage/evidence.js';
import { differencesOf } from '../../../schema/registry/checks/diff/schemas.js';
import { aCheck, anApproval, errorsOf, LINK, warningsOf, type ACheck } from '../a-check.js';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

const BASE = `${LINK}
interface Node { id: ID! }
type Query {
  stall(id: ID!, near: String): Stall
  stalls(by: Order = UP, filter: Filter): [Stall!]!
  old: Int @deprecated(reason: "Dùng stall. / Use stall.")
}
type Stall implements Node @key(fields: "id") { id: ID! name: String! size: Int kind: Kind }
enum Kind { SHOP KIOSK }
enum Order { UP DOWN }
input Filter { name: String, more: More }
input More { size: Int }
`;

const seen = (client: string, more: Partial<Use> = {}): Use => ({
  client,
  version: '1.2',
  lastSeen: '2026-05-30T00:00:00Z',
  count: 3,
  isRegistered: false,
  ...more,
});

const usage = (text: string, uses: readonly Use[]): UsageEvidence => ({
  since: '2026-01-01T00:00:00Z',
  isComplete: true,
  operations: [{ signature: 'abc', text, uses }],
});

const NAMES = 'query Names { stalls { name } }';

function after(from: string, to: string, more: ACheck = {}) {
  const owner = BASE.replace(from, to);
  expect(owner).not.toBe(BASE);
  return aCheck({ owner, base: BASE, ...more });
}

describe('a breaking change is judged by real use', () => {
  test('it is denied with the client, the version, the operation, and when it was last seen', () => {
    const report = after('name: String!', '', { usage: usage(NAMES, [seen('portal')]) });

    expect(report.findings.find(({ code }) => code === 'BREAKS_CLIENTS')).toMatchObject({
      severity: 'ERROR',
      coordinate: 'Stall.name',
      agency: 'owner',
      patch: 'name: String! @deprecated(reason: "… / …")',
      clients: [
        {
          client: 'portal',
          version: '1.2',
          operation: 'Names',
          signature: 'abc',
          lastSeen: '2026-05-30T00:00:00Z',
          isRegistered: false,
        },
      ],
      approval: { owner: 'hub', to: 'owner', right: 'BREAK', coordinate: 'Stall.name' },
    });
  });

  test('it passes with a warning when nobody uses what changes', () => {
    const report = after('size: Int kind', 'kind', { usage: usage(NAMES, [seen('portal')]) });

    expect(report.passed).toBe(true);
    expect(warningsOf(report)).toEqual(['BREAKING_UNUSED Stall.size']);
  });

  test('it passes when the office of the hub approves it', () => {
    const approvals = [anApproval('BREAK', 'Stall.name', { owner: 'hub', to: 'owner' })];

    const report = after('name: String!', '', { usage: usage(NAMES, [seen('portal')]), approvals });

    expect(warningsOf(report)).toEqual(['BREAKING_APPROVED Stall.name']);
  });

  test('it passes when the use is long ago', () => {
    const old = seen('portal', { lastSeen: '2026-04-01T00:00:00Z' });

    expect(errorsOf(after('name: String!', '', { usage: usage(NAMES, [old]) }))).toEqual([]);
  });

  test('but a registered document counts however long ago it was seen', () => {
    const old = seen('portal', { lastSeen: '2026-04-01T00:00:00Z', isRegistered: true });

    expect(errorsOf(after('name: String!', '', { usage: usage(NAMES, [old]) }))).toEqual([
      'BREAKS_CLIENTS Stall.name',
    ]);
  });
});

describe('what nobody knows of is not safe', () => {
  test.each([
    ['nothing was recorded', { isComplete: true, operations: [] }],
    ['something was dropped', { since: '2026-01-01T00:00:00Z', isComplete: false, operations: [] }],
    ['recording began a week ago', { since: '2026-05-25T00:00:00Z', isComplete: true, operations: [] }],
  ])('%s', (_, evidence) => {
    const change = { usage: evidence };

    expect(errorsOf(after('name: String!', '', change))).toEqual(['BREAKING_UNKNOWN_USE Stall.name']);
    const accepts = [{ coordinate: 'Stall.name', reason: 'not yet public' }];
    expect(warningsOf(after('name: String!', '', { ...change, accepts }))).toEqual([
      'BREAKING_ACCEPTED Stall.name',
    ]);
  });

  test('nor can an acceptance wave away a client that is known', () => {
    const accepts = [{ coordinate: 'Stall.name', reason: 'not yet public' }];

    const report = after('name: String!', '', {
      usage: { ...usage(NAMES, [seen('portal')]), isComplete: false },
      accepts,
    });

    expect(errorsOf(report)).toEqual(['BREAKS_CLIENTS Stall.name']);
  });
});

/** What an agency may change, what a client sends, and the finding about it. */
const TOUCHED: readonly (readonly [
  what: string,
  from: string,
  to: string,
  sent: string,
  finding: string | null,
])[] = [
  ['a field that may become null', 'name: String!', 'name: String', NAMES, 'BREAKS_CLIENTS Stall.name'],
  [
    'an argument that goes',
    ', near: String',
    '',
    '{ stall(id: "", near: "") { id } }',
    'BREAKS_CLIENTS Query.stall(near:)',
  ],
  ['an argument that nobody gives', ', near: String', '', '{ stall(id: "") { id } }', null],
  [
    'an argument that comes to be required',
    'near: String',
    'near: String!',
    '{ stall(id: "") { id } }',
    'BREAKS_CLIENTS Query.stall(near:)',
  ],
  [
    'a new required argument',
    'near: String',
    'near: String, at: Int!',
    '{ stall(id: "") { id } }',
    'BREAKS_CLIENTS Query.stall(at:)',
  ],
  [
    'an input field that goes',
    'input Filter { name: String,',
    'input Filter {',
    '{ stalls(filter: { name: "" }) { id } }',
    'BREAKS_CLIENTS Filter.name',
  ],
  [
    'an input field behind a variable',
    'input More { size: Int',
    'input More { length: Int',
    'query ($f: Filter) { stalls(filter: $f) { id } }',
    'BREAKS_CLIENTS More.size',
  ],
  [
    'an input field behind a variable, where a part of the same input is written out',
    'input More { size: Int',
    'input More { length: Int',
    'fragment S on Query { stalls(filter: { name: "" }) { id } } query ($f: Filter) { ...S more: stalls(filter: $f) { id } }',
    'BREAKS_CLIENTS More.size',
  ],
  [
    'an input field that others give',
    'input More { size: Int',
    'input More { length: Int',
    '{ stalls(filter: { name: "" }) { id } }',
    null,
  ],
  [
    'a new required input field',
    'input More { size: Int',
    'input More { size: Int length: Int!',
    '{ stalls(filter: { more: { size: 0 } }) { id } }',
    'BREAKS_CLIENTS More.length',
  ],
  ['a value that goes', 'UP DOWN', 'UP', '{ stalls(by: DOWN) { id } }', 'BREAKS_CLIENTS Order.DOWN'],
  ['a value that others give', 'UP DOWN', 'UP', '{ stalls(by: UP) { id } }', null],
  [
    'a field behind a fragment',
    'size: Int kind',
    'kind',
    '{ stalls { ...S } } fragment S on Stall { size }',
    'BREAKS_CLIENTS Stall.size',
  ],
  ['a type that goes from node', '@key(fields: "id")', '', '{ node(id: "") { id } }', 'BREAKS_CLIENTS Stall'],
];

describe('an operation is touched by', () => {
  test.each(TOUCHED)('%s', (_, from, to, sent, finding) => {
    const report = after(from, to, { usage: usage(sent, [seen('portal')]) });

    expect(errorsOf(report)).toEqual(finding === null ? [] : expect.arrayContaining([finding]));
  });
});

test('whoever may give an input field in a variable is told beside those who write it out', () => {
  const sent = [
    '{ stalls(filter: { name: "" }) { id } }',
    'query ($f: Filter) { stalls(filter: $f) { id } }',
  ];
  const operations = sent.flatMap((each, index) => usage(each, [seen(`client${index}`)]).operations);

  const report = after('input Filter { name: String,', 'input Filter {', {
    usage: { ...usage(NAMES, []), operations },
  });

  const finding = report.findings.find(({ coordinate }) => coordinate === 'Filter.name');
  expect(finding?.clients?.map(({ client }) => client)).toEqual(['client0', 'client1']);
});

describe('what is dangerous or safe', () => {
  test('is a warning with the clients that may be surprised', () => {
    const report = after('SHOP KIOSK', 'SHOP KIOSK STAND', {
      usage: usage('{ stalls { kind } }', [seen('portal')]),
    });

    expect(report.passed).toBe(true);
    expect(report.findings.find(({ code }) => code === 'DANGEROUS_CHANGE')).toMatchObject({
      coordinate: 'Kind.STAND',
      clients: [{ client: 'portal' }],
    });
  });

  test('is listed among the changes, with deprecations', () => {
    const { changes } = after(
      'size: Int kind',
      'size: Int @deprecated(reason: "Bỏ. / Gone.") weight: Int kind',
    );

    expect(changes.map(({ code, kind, coordinate }) => [code, kind, coordinate])).toEqual([
      ['DEPRECATED', 'SAFE', 'Stall.size'],
      ['FIELD_ADDED', 'SAFE', 'Stall.weight'],
    ]);
  });
});

test('all that graphql-js calls breaking or dangerous is told', () => {
  const before = buildSchema(`
    directive @gone(x: Int) on FIELD
    interface I { a: Int } type T implements I { a: Int b: [Int!]! c(x: Int = 1, y: Int): Int d: U e: I }
    union U = T | V type V { v: Int } enum E { A B } input N { a: Int = 1, b: E } scalar S type Gone { x: Int }
    type Query { t(n: N, e: E): T s: S g: Gone }`);
  const after = buildSchema(`
    interface I { a: Int } interface J { b: [Int!] } type T implements J { a: String b: [Int!] c(x: Int = 2, z: Int!): Int d: U e: T }
    union U = T | W type W { v: Int } enum E { B C } input N { a: Int = 2, c: Int! } enum S { X }
    type Query { t(n: N, e: E!): T s: S }`);

  const kinds = (kind: string) => differencesOf(before, after).filter((each) => each.kind === kind).length;

  expect(kinds('BREAKING')).toBeGreaterThanOrEqual(findBreakingChanges(before, after).length);
  expect(kinds('DANGEROUS')).toBeGreaterThanOrEqual(findDangerousChanges(before, after).length - 1);
  expect(differencesOf(before, before)).toEqual([]);
});
