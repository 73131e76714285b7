import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { composeSupergraph } from '../../../schema/registry/compose.js';
import { gatewayOn, hubOf, sharedHub, supergraphOf } from '../../support/tiny-hub.js';
import { local, tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { reachOverHttp } from '../../../gateway/reach/http.js';
import { anAccessSite, type AccessSite } from '../access/site.js';
import { aDoor, codesIn, post } from '../door/a-door.js';
import { graphOf, seenBy, withScopes } from '../engine/filter/a-graph.js';
import { ANONYMOUS } from '../../../schema/contract/caller.js';
import { aFile, apolloManifest, sha256 } from '../trusted/a-manifest.js';

let opened: AccessSite | undefined;
const world = sharedHub(async () => (opened = await anAccessSite()).hub);

const LINK = (imports: string) => `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.14", import: [${imports}])`;

describe('ATZ-01: what is protected', () => {
  test.each([
    ['on a type, read through its interface', '{ organizations { budget } }'],
    [
      'and named twice, once through each',
      '{ organizations { budget ... on PoliceUnit { other: budget } } }',
    ],
    [
      'read through a fragment on the interface within one on the type',
      '{ organizations { ... on PoliceUnit { ... on Organization { budget } } } }',
    ],
    [
      'read through the type',
      '{ organizations { ... on TradeUnion { budget } ... on PoliceUnit { budget } } }',
    ],
  ])('is seen and fetched by nobody without the right, %s', async (_, query) => {
    opened?.asked();

    const { text, errors } = await world.ask(query);

    expect(text).not.toMatch(/5[13]000\d/);
    expect(errors?.map(({ extensions }) => extensions['code'])).toContain('UNAUTHORIZED_FIELD_OR_TYPE');
    expect(opened?.asked().filter((place) => place.endsWith('.budget'))).toEqual([]);
  });

  describe('by a rule on a field of a type with an interface', () => {
    const NEEDS = '@requiresScopes(scopes: [["auditor"]])';
    const supergraphWith = (rules: { readonly onInterface?: string; readonly onType?: string }) =>
      composeSupergraph([{ name: 'a', url: 'http://a.invalid', sdl: sdlWith(rules) }]).supergraphSdl;
    const sdlWith = ({ onInterface = '', onType = '' }) => `${LINK('"@requiresScopes"')}
      interface Holder { budget: Int ${onInterface} }
      type Union implements Holder { budget: Int ${onType} }
      type Query { holder: Holder union: Union }`;
    const WAYS = [
      ['{ holder { budget } }', 'holder.budget'],
      ['{ union { budget } }', 'union.budget'],
      ['{ holder { ... on Union { budget } } }', 'holder.budget'],
    ] as const;

    test('is refused where the rule stands on the interface alone: it would not hold for the type', () => {
      expect(() => supergraphWith({ onInterface: NEEDS })).toThrow(
        expect.objectContaining({
          code: 'INVALID_INPUT',
          details: { reasons: [expect.objectContaining({ code: 'AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE' })] },
        }),
      );
    });

    test.each(WAYS)('is denied to whoever lacks the right, and to nobody else: %s', (query, place) => {
      const graph = graphOf(supergraphWith({ onType: NEEDS }));

      expect(seenBy(ANONYMOUS, query, graph).denied).toEqual([place]);
      expect(seenBy(withScopes('auditor'), query, graph).denied).toEqual([]);
    });
  });
});

describe('ATZ-04: a rule under another name', () => {
  const SDL = `${LINK('{ name: "@requiresScopes", as: "@needs" }, { name: "@authenticated", as: "@signedIn" }')}
    type Query { open: String closed: String @needs(scopes: [["auditor"]]) inner: String @signedIn }`;
  const renamed = sharedHub(() =>
    hubOf([
      local('a', SDL, { Query: { open: () => 'open', closed: () => 'secret-1', inner: () => 'secret-2' } }),
    ]),
  );

  test('is still enforced', async () => {
    const { data, text } = await renamed.ask('{ open closed inner }');

    expect(data).toEqual({ open: 'open', closed: null, inner: null });
    expect(text).not.toContain('secret');
  });

  test('is enforced by what it demands', () => {
    const { supergraphSdl } = composeSupergraph([{ name: 'a', url: 'http://a.invalid', sdl: SDL }]);
    const graph = graphOf(supergraphSdl);

    expect(seenBy(withScopes('auditor'), '{ closed }', graph).denied).toEqual([]);
    expect(seenBy(withScopes('other'), '{ closed }', graph).denied).toEqual(['closed']);
  });
});

describe('ATZ-05: a supergraph with a rule that nobody here enforces', () => {
  const SOUND = supergraphOf([tinyUnion(), tinyPolice(), tinyAwards()], (name) => `http://${name}.invalid`);
  const FEATURES = [
    ['of a purpose that says so', '@link(url: "https://specs.example/mask/v1.0", for: SECURITY)'],
    ['that must be understood', '@link(url: "https://specs.example/mask/v1.0", for: EXECUTION)'],
    ['of a newer form', '@link(url: "https://specs.apollo.dev/requiresScopes/v9.0", for: SECURITY)'],
  ] as const;
  const withLink = (link: string, sdl = SOUND) => sdl.replace(/^schema\s/m, `schema ${link} `);

  test.each(FEATURES)('%s keeps the gateway from starting', async (_, link) => {
    await expect(gatewayOn(withLink(link), reachOverHttp)).rejects.toMatchObject({ code: 'INVALID_SETTING' });
  });

  test('is not taken over, and the one before answers', async () => {
    const hub = await hubOf([tinyUnion(), tinyPolice(), tinyAwards()]);
    const newer = SOUND.replace(/^type Query\b[^{]*\{/m, '$& motto: String @join__field(graph: AWARDS)');

    const takenOver = hub.takeOver(withLink(FEATURES[0][1], newer));

    await expect(takenOver).rejects.toMatchObject({ code: 'INVALID_SETTING' });
    expect((await hub.ask('{ medalNames }')).data).toEqual({ medalNames: ['Huân chương'] });
    expect((await hub.ask('{ motto }')).errors).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
    await hub.takeOver(newer);
    expect((await hub.ask('{ motto }')).errors?.[0]?.extensions['code']).not.toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });
});

describe('ATZ-10: where only known documents run', () => {
  const KNOWN = 'query Known($first: Int) { orgs(first: $first) { totalCount } }';
  const EVIL = '{ medalNames }';
  const strict = sharedHub(() =>
    hubOf([tinyUnion(), tinyPolice(), tinyAwards()], {
      door: aDoor({
        TRUSTED_DOCUMENTS_MODE: 'strict',
        TRUSTED_DOCUMENTS: aFile(apolloManifest([{ id: sha256(KNOWN), body: KNOWN }])),
        APQ: 'true',
      }),
    }),
  );
  const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['another text with the id of a known one', { documentId: sha256(KNOWN), query: EVIL }],
    ['another text with the hash of a known one', { query: EVIL, extensions: persisted(KNOWN) }],
    ['another text with its own hash, to register it', { query: EVIL, extensions: persisted(EVIL) }],
    ['the hash of a text that was sent before', { extensions: persisted(EVIL) }],
    ['a known text and more', { documentId: sha256(KNOWN), query: `${KNOWN} ` }],
    ['a known text without an id', { query: KNOWN }],
    ['an id of a prototype', { documentId: '__proto__' }],
    ['an id with more behind it', { documentId: `${sha256(KNOWN)}0` }],
    ['two ids', { documentId: sha256(KNOWN), extensions: persisted(EVIL) }],
  ])('nothing runs for %s', async (_, body) => {
    const sent = await post(strict.url, body);

    expect(sent.body).not.toContain('"data"');
    expect(codesIn(sent).join()).toMatch(/DOCUMENT_|PERSISTED_QUERY_NOT_FOUND|BAD_REQUEST/);
  });

  test('a known one runs with any variables, within what it may cost', async () => {
    const ask = (variables: object) => post(strict.url, { documentId: sha256(KNOWN), variables });

    const [usual, wrong] = await Promise.all([ask({ first: 1 }), ask({ first: 'x' })]);

    expect(JSON.parse(usual.body)).toMatchObject({ data: { orgs: { totalCount: 5 } } });
    expect(codesIn(wrong)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('ATZ-11: what is not in the public schema', () => {
  const HIDDEN = [
    'SearchHits',
    'searchHits',
    'SearchHitRow',
    '_Any',
    '_Entity',
    '_entities',
    '_service',
    'join__',
    'inaccessible',
    'link__',
  ];
  const open = sharedHub(() => hubOf([tinyUnion(), tinyPolice(), tinyAwards()]));

  test('is not shown to whoever asks for the schema', async () => {
    const { text } = await open.ask(getIntrospectionQuery());

    expect(text).toContain('"Org"');
    expect(HIDDEN.filter((name) => text.includes(name))).toEqual([]);
  });

  test.each([
    '{ searchHit }',
    '{ searchHitz(text: "a") }',
    '{ ... on SearchHit { id } }',
    'query ($a: SearchHitRo) { a }',
    '{ __type(name: "SearchHits") { name } }',
  ])('is not suggested, nor told by name: %s', async (query) => {
    const { text } = await open.ask(query);

    expect(text.replaceAll(/"message":"(Cannot query field|Unknown type) [^.]*\./g, '')).not.toMatch(
      /SearchHits|searchHits\b|SearchHitRow/,
    );
  });

  test('is refused like what does not exist', async () => {
    const [hidden, missing] = await Promise.all([
      open.ask('{ searchHits(text: "a", first: 1) { totalCount } }'),
      open.ask('{ searchHxts(text: "a", first: 1) { totalCount } }'),
    ]);

    const shape = ({ status, errors }: typeof hidden) => [
      status,
      errors?.map(({ extensions }) => Object.keys(extensions)),
    ];
    expect(shape(hidden)).toEqual(shape(missing));
  });
});
