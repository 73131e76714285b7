import { describe, expect, test } from '@jest/globals';
import { OWNER_SDL } from '../../../schema/registry/ownership/directive.js';
import { addressOf } from '../../../schema/contract/release/address.js';
import { check } from '../../../schema/registry/checks/check.js';
import {
  aCheck,
  aCheckInput,
  anApproval,
  errorsOf,
  LAW_TEXT,
  LINK,
  NOW,
  OWNER_SDL_TEXT,
  warningsOf,
} from '../a-check.js';

const STUB = 'type Enterprise @key(fields: "id", resolvable: false) { id: ID! }';
const EXTENDED = `${LINK} type Query { g: Int } type Enterprise @key(fields: "id") { id: ID! insured: Int }`;

/** What a guest may not do to what the owner has, the finding that says so, and the right that would allow it. */
const TAKEOVERS: readonly (readonly [what: string, sdl: string, finding: string, right: string])[] = [
  [
    'adds a field',
    'type Enterprise @key(fields: "id") { id: ID! insured: Int }',
    'OWNER_EXTENDED Enterprise.insured',
    'EXTEND',
  ],
  [
    'repeats a field',
    'type Enterprise @key(fields: "id") { id: ID! name: String! }',
    'OWNER_DEFINED Enterprise.name',
    'DEFINE',
  ],
  [
    'shares a field',
    'type Enterprise @key(fields: "id") { id: ID! name: String! @shareable }',
    'OWNER_DEFINED Enterprise.name',
    'DEFINE',
  ],
  [
    'overrides a field',
    'type Enterprise @key(fields: "id") { id: ID! name: String! @override(from: "owner") }',
    'OWNER_OVERRIDDEN Enterprise.name',
    'OVERRIDE',
  ],
  [
    'overrides the key',
    'type Enterprise @key(fields: "id") { id: ID! @override(from: "owner") }',
    'OWNER_OVERRIDDEN Enterprise.id',
    'OVERRIDE',
  ],
  [
    'gives another key',
    'type Enterprise @key(fields: "id") @key(fields: "name") { id: ID! name: String! @external }',
    'OWNER_KEYED Enterprise',
    'DEFINE',
  ],
  [
    'needs a field',
    'type Enterprise @key(fields: "id") { id: ID! name: String! @external g: Int @requires(fields: "name") }',
    'OWNER_REQUIRED Enterprise.name',
    'REQUIRE',
  ],
  [
    'needs a field below',
    'type Enterprise @key(fields: "id") { id: ID! city: City @external g: Int @requires(fields: "city { code }") } type City { code: String! @external }',
    'OWNER_REQUIRED City.code',
    'REQUIRE',
  ],
  [
    'provides a field',
    'type Enterprise @key(fields: "id") { id: ID! arrears: Int @external } extend type Query { h: Enterprise @provides(fields: "arrears") }',
    'OWNER_PROVIDED Enterprise.arrears',
    'DEFINE',
  ],
  [
    'hides the type',
    'type Enterprise @key(fields: "id", resolvable: false) @inaccessible { id: ID! }',
    'OWNER_ALTERED Enterprise',
    'DEFINE',
  ],
  [
    'locks the type',
    'type Enterprise @key(fields: "id", resolvable: false) @authenticated { id: ID! }',
    'OWNER_ALTERED Enterprise',
    'DEFINE',
  ],
  [
    'tags the key',
    'type Enterprise @key(fields: "id", resolvable: false) { id: ID! @tag(name: "x") }',
    'OWNER_ALTERED Enterprise.id',
    'DEFINE',
  ],
  [
    'makes the type implement its interface',
    `interface Mine { id: ID! } ${STUB.replace('@key', 'implements Mine @key')}`,
    'OWNER_IMPLEMENTED Enterprise',
    'EXTEND',
  ],
  [
    'implements the interface',
    'interface Shop { title: String } type Stall implements Shop { title: String }',
    'OWNER_IMPLEMENTED Shop',
    'EXTEND',
  ],
  [
    'changes the interface',
    'interface Shop { title: String owner: String } type Stall { title: String }',
    'OWNER_EXTENDED Shop.owner',
    'EXTEND',
  ],
  ['adds to the union', 'union Place = Stall type Stall { x: Int }', 'OWNER_EXTENDED Place', 'EXTEND'],
  [
    'adds a value to the enum',
    'enum Rating { GOOD BAD UGLY } extend type Query { r: Rating }',
    'OWNER_DEFINED Rating',
    'DEFINE',
  ],
  [
    'leaves a value of the enum out',
    'enum Rating { GOOD } extend type Query { r(of: Rating): Int }',
    'OWNER_DEFINED Rating',
    'DEFINE',
  ],
  [
    'changes the input',
    'input EnterpriseFilter { other: String } extend type Query { q(f: EnterpriseFilter): Int }',
    'OWNER_DEFINED EnterpriseFilter',
    'DEFINE',
  ],
  [
    'makes it an object of an interface',
    'type Shop @interfaceObject @key(fields: "title") { title: String stock: Int }',
    'OWNER_EXTENDED Shop.stock',
    'EXTEND',
  ],
  [
    'answers a field of its interface as an object',
    'type Shop @interfaceObject @key(fields: "title") { title: String }',
    'OWNER_DEFINED Shop.title',
    'DEFINE',
  ],
  [
    'takes a root field',
    'extend type Query { enterprise(id: ID!): Int @shareable }',
    'OWNER_DEFINED Query.enterprise',
    'DEFINE',
  ],
  [
    'takes a root field of a renamed root',
    'schema { query: Start } type Start { g: Int find: Int }',
    'OWNER_DEFINED Query.find',
    'DEFINE',
  ],
  [
    'changes what all share',
    'type PageInfo @shareable { hasNextPage: Boolean! total: Int }',
    'OWNER_DEFINED PageInfo',
    'DEFINE',
  ],
  [
    'uses a type of another kind',
    'enum City { HUE } extend type Query { c: City }',
    'OWNER_DEFINED City',
    'DEFINE',
  ],
];

function withQuery(sdl: string): string {
  return sdl.includes('schema {') ? `${LINK}${sdl}` : `${LINK} type Query { g: Int } ${sdl}`;
}

describe('an agency that touches what another owns is denied, with the owner and the right to ask for', () => {
  test.each(TAKEOVERS)('%s', (_, sdl, finding, right) => {
    const report = aCheck({ guest: withQuery(sdl) });

    expect(report.passed).toBe(false);
    expect(errorsOf(report)).toContain(finding);
    const denied = report.findings.find(({ code, coordinate }) => `${code} ${coordinate}` === finding);
    const owner = finding.endsWith('PageInfo') ? 'hub' : 'owner';
    expect(denied).toMatchObject({ agency: owner, approval: { owner, to: 'guest', right } });
    expect(denied?.remedy.en).toContain(`hub approve --agency ${owner} --to guest --right ${right} --on '`);
    expect(denied?.line).toBeGreaterThan(0);
  });

  test.each([
    ['renamed directives', renamed(), 'OWNER_OVERRIDDEN Enterprise.name'],
    [
      'federation 1',
      'extend type Enterprise @key(fields: "id") { id: ID! @external insured: Int } extend type Query { g: Int }',
      'OWNER_EXTENDED Enterprise.insured',
    ],
    ['a linked name', notImported(), 'OWNER_DEFINED Enterprise.name'],
  ])('whatever the words: %s', (_, guest, finding) => {
    expect(errorsOf(aCheck({ guest }))).toContain(finding);
  });
});

function renamed(): string {
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [{ name: "@key", as: "@k" }, { name: "@override", as: "@o" }])
    type Query { g: Int } type Enterprise @k(fields: "id") { id: ID! name: String! @o(from: "owner") }`;
}

function notImported(): string {
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", as: "fed")
    type Query { g: Int } type Enterprise @fed__key(fields: "id") { id: ID! name: String! @fed__shareable }`;
}

describe('what no rule foresees is found in the supergraph', () => {
  test('a directive of all clients that the new subgraph does not know', () => {
    const base = `${OWNER_SDL_TEXT} directive @wide on FIELD`;

    const report = aCheck({ base, guest: withQuery(STUB) });

    expect(report.findings).toContainEqual(
      expect.objectContaining({
        code: 'OWNER_ALTERED',
        coordinate: '@wide',
        agency: 'hub',
        severity: 'ERROR',
      }),
    );
  });

  test('another description of a type', () => {
    const guest = withQuery(`"Mine." ${STUB}`);

    expect(errorsOf(aCheck({ guest, approvals: [anApproval('EXTEND', 'Enterprise')] }))).toEqual([
      'OWNER_ALTERED Enterprise',
    ]);
  });
});

describe('an agency may', () => {
  test.each([
    ['name a type by its key', STUB],
    ['repeat what all share', 'type PageInfo @shareable { hasNextPage: Boolean! }'],
    ['repeat an enum as it is', 'enum Rating { GOOD BAD } extend type Query { r: Rating }'],
    ['have types and root fields of its own', 'type Stall { x: Int } extend type Query { stall: Stall }'],
    [
      'own what is not yet published',
      'type Fresh @key(fields: "id") { id: ID! } extend type Query { fresh: Fresh }',
    ],
  ])('%s', (_, sdl) => {
    expect(errorsOf(aCheck({ guest: withQuery(sdl) }))).toEqual([]);
  });

  test('name a type by its key before its owner serves it, and no more than that', () => {
    const law = LAW_TEXT.replace('subgraphs: [owner],', 'subgraphs: [owner], types: [Later],');
    const stub = (fields: string) =>
      withQuery(`type Later @key(fields: "id") { ${fields} } type Stall { later: Later }
        extend type Query { stall: Stall }`);

    expect(errorsOf(aCheck({ guest: stub('id: ID!'), law }))).toEqual([]);
    expect(errorsOf(aCheck({ guest: stub('id: ID! name: String'), law }))).toContain('OWNER_DEFINED Later');
  });

  test('keep what it contributed to another type, as long as that is approved', () => {
    const approvals = [anApproval('EXTEND', 'Enterprise')];

    expect(errorsOf(aCheck({ guest: EXTENDED, served: EXTENDED, approvals }))).toEqual([]);
    expect(errorsOf(aCheck({ guest: EXTENDED, served: EXTENDED }))).toEqual([
      'OWNER_EXTENDED Enterprise.insured',
    ]);
  });

  test('take what it contributed to another type away from nobody else', () => {
    const owner = OWNER_SDL_TEXT.replace('arrears: Int', 'arrears: Int insured: Int');

    const report = aCheck({ owner, served: EXTENDED, approvals: [anApproval('EXTEND', 'Enterprise')] });

    expect(errorsOf(report)).toContain('OWNER_DEFINED Enterprise.insured');
    expect(report.findings.find(({ code }) => code === 'OWNER_DEFINED')?.agency).toBe('guest');
  });
});

describe('an approval lets pass what it names, and nothing else', () => {
  const denied = ['OWNER_EXTENDED Enterprise.insured'];

  test.each([
    ['of the type', anApproval('EXTEND', 'Enterprise'), []],
    ['of the field', anApproval('EXTEND', 'Enterprise.insured'), []],
    ['of all its fields', anApproval('EXTEND', 'Enterprise.*'), []],
    ['of another field', anApproval('EXTEND', 'Enterprise.name'), denied],
    ['of another type', anApproval('EXTEND', 'City'), denied],
    ['of another right', anApproval('REQUIRE', 'Enterprise.*'), denied],
    ['for another agency', anApproval('EXTEND', 'Enterprise', { to: 'hub' }), denied],
    ['by another agency', anApproval('EXTEND', 'Enterprise', { owner: 'hub' }), denied],
    ['that is over', anApproval('EXTEND', 'Enterprise', { until: NOW.toISOString() }), denied],
    ['that still holds', anApproval('EXTEND', 'Enterprise', { until: '2026-06-02T00:00:00Z' }), []],
    ['that was withdrawn', anApproval('EXTEND', 'Enterprise', { isWithdrawn: true }), denied],
    ['for this text', anApproval('EXTEND', 'Enterprise', { sdl: addressOf(EXTENDED) }), []],
    ['for another text', anApproval('EXTEND', 'Enterprise', { sdl: addressOf('type X { y: Int }') }), denied],
  ])('%s', (_, approval, errors) => {
    expect(errorsOf(aCheck({ guest: EXTENDED, approvals: [approval] }))).toEqual(errors);
  });

  test('and one that is missing for what is served is told to everybody, and hinders only the agency that lacks it', () => {
    const approvals = [anApproval('EXTEND', 'Enterprise', { isWithdrawn: true })];

    const report = aCheck({ owner: OWNER_SDL_TEXT, served: EXTENDED, approvals });

    expect(report.passed).toBe(true);
    expect(warningsOf(report)).toContain('APPROVAL_MISSING Enterprise.insured');
  });
});

describe('an owner that the law does not name', () => {
  const letIn = anApproval('EXTEND', 'Enterprise');
  const back = { owner: 'guest', to: 'owner' };

  test.each([
    ['by a guest', [letIn, anApproval('EXTEND', 'Enterprise', { ...back, isWithdrawn: true })]],
    ['by a guest for a field of the guest', [letIn, anApproval('DEFINE', 'Enterprise.insured', back)]],
  ])('is not made a guest of its own type %s', (_, approvals) => {
    const owner = OWNER_SDL_TEXT.replace('arrears: Int', 'arrears: Int size: Int');

    expect(errorsOf(aCheck({ owner, served: EXTENDED, approvals }))).toEqual([]);
  });
});

describe('@owner', () => {
  test('agrees with the law', () => {
    const sdl = (agency: string) =>
      `${LINK} ${OWNER_SDL} type Query { s: Stall } type Stall @owner(agency: "${agency}") { x: Int }`;

    expect(errorsOf(aCheck({ guest: sdl('guest') }))).toEqual([]);
    expect(errorsOf(aCheck({ guest: sdl('owner') }))).toEqual(['OWNER_CLAIMED Stall']);
  });

  test('makes its agency the owner of a new type', () => {
    const served = `${LINK} ${OWNER_SDL} type Query { s: Stall } type Stall @owner(agency: "guest") { x: Int @shareable }`;
    const owner = `${OWNER_SDL_TEXT} type Stall { x: Int @shareable }`;

    const report = aCheck({ owner, base: owner, served });

    expect(report.findings.find(({ code }) => code === 'OWNER_DEFINED')).toMatchObject({
      agency: 'guest',
      coordinate: 'Stall.x',
    });
  });

  test('stands in the supergraph', () => {
    const guest = `${LINK} ${OWNER_SDL} type Query { s: Stall } type Stall @owner(agency: "guest") { x: Int }`;

    expect(aCheck({ guest }).composition?.supergraphSdl).toContain('@owner(agency: "guest")');
  });
});

describe('a subgraph', () => {
  test.each([
    ['file:///etc/passwd'],
    ['http://169.254.169.254/latest'],
    ['http://guest.test:2/graphql'],
    ['https://guest.test:1/graphql'],
    ['http://guest.test:1@evil.test/graphql'],
    ['http://user@guest.test:1/graphql'],
  ])('answers from no address but those of its agency: %s', (url) => {
    const { proposed, ...input } = aCheckInput({ guest: withQuery(STUB) });

    expect(errorsOf(check({ ...input, proposed: { ...proposed, url } }))).toEqual(['ADDRESS_NOT_ALLOWED']);
  });

  test('of another agency is not to be published', () => {
    const { proposed, ...input } = aCheckInput({ guest: withQuery(STUB) });

    const report = check({ ...input, proposed: { ...proposed, subgraph: 'third' } });

    expect(errorsOf(report)).toEqual(['SUBGRAPH_NOT_YOURS']);
  });
});
