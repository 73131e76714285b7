import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { LIMIT_DEFAULTS } from '../../../gateway/limits/settings.js';
import { sharedHub } from '../../support/tiny-hub.js';
import { tinyId } from '../../support/tiny-subgraphs.js';
import { aDoor, codesIn, post } from '../door/a-door.js';
import { hub, PREFLIGHTED, send } from '../http/send.js';
import { aFile, apolloManifest, sha256 } from './a-manifest.js';

const NAME = 'query Name($id: ID!) { org(id: $id) { name } }';
const RENAME = 'mutation { rename(id: "x", name: "y") { id } }';
const ALIASES = `{ ${Array.from({ length: 40 }, (_, n) => `a${n}: __typename`).join(' ')} }`;
const DEAR = '{ orgs(first: 1000) { edges { cursor } } }';
const MANIFEST = [NAME, RENAME, ALIASES, DEAR].map((body) => ({ id: sha256(body), body }));

const limits = { ...LIMIT_DEFAULTS, QUERY_MAX_COST: 1_000, QUERY_MAX_ROOT_FIELDS: 1_000 };

function doorOf(environment: Readonly<Record<string, string>>) {
  const path = aFile(apolloManifest([...MANIFEST, { id: 'name-of-union', body: NAME }]));
  return aDoor({ TRUSTED_DOCUMENTS: path, ...environment });
}

const strict = sharedHub(() =>
  hub({ limits, door: doorOf({ TRUSTED_DOCUMENTS_MODE: 'strict', APQ: 'true' }) }),
);
const allowing = sharedHub(() => hub({ limits, door: doorOf({ TRUSTED_DOCUMENTS_MODE: 'allow' }) }));

const variables = { id: tinyId('Org', 2) };
const answer = { data: { org: { name: 'Công đoàn 2' } } };
const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });

function get(url: string, parameters: Readonly<Record<string, string>>, headers: object = PREFLIGHTED) {
  return send(`${url}/graphql?${new URLSearchParams(parameters).toString()}`, { headers: { ...headers } });
}

const WAYS: readonly [string, object][] = [
  ['its hash with a prefix', { documentId: `sha256:${sha256(NAME)}` }],
  ['its hash', { documentId: sha256(NAME) }],
  ['an id of its own', { documentId: 'name-of-union' }],
  ["Apollo's extension", { extensions: persisted(NAME) }],
  ['its id beside its own text', { documentId: sha256(NAME), query: NAME }],
  ['its id and its hash', { documentId: sha256(NAME), extensions: persisted(NAME) }],
];

describe('a known document', () => {
  test.each(WAYS)('runs by %s, with the variables of the request', async (_, named) => {
    const answers = await Promise.all(
      [strict, allowing].map(({ url }) => post(url, { ...named, variables })),
    );

    for (const sent of answers) {
      expect(sent.status).toBe(200);
      expect(JSON.parse(sent.body)).toMatchObject(answer);
    }
  });

  test('runs by GET, too', async () => {
    const given = { variables: JSON.stringify(variables) };

    const answers = await Promise.all([
      get(strict.url, { documentId: `sha256:${sha256(NAME)}`, ...given }),
      get(strict.url, { extensions: JSON.stringify(persisted(NAME)), ...given }),
    ]);

    for (const sent of answers) expect(JSON.parse(sent.body)).toMatchObject(answer);
  });

  test('by GET is no mutation, and asked for by a page of this site', async () => {
    const [mutation, bare] = await Promise.all([
      get(strict.url, { documentId: sha256(RENAME) }),
      get(strict.url, { documentId: sha256(NAME), variables: JSON.stringify(variables) }, {}),
    ]);

    expect([mutation.status, bare.status]).toEqual([405, 400]);
  });

  test('may have more aliases than others, but costs what it costs', async () => {
    const [aliases, dear] = await Promise.all([
      post(strict.url, { documentId: sha256(ALIASES) }),
      post(strict.url, { documentId: sha256(DEAR) }),
    ]);

    expect(aliases.status).toBe(200);
    expect(dear.status).toBe(400);
    expect(codesIn(dear)).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test('is bound by every limit where the operator exempts it from none', async () => {
    const door = doorOf({ TRUSTED_DOCUMENTS_MODE: 'strict', TRUSTED_DOCUMENTS_EXEMPT: 'none' });
    const { url } = await hub({ door });

    expect(codesIn(await post(url, { documentId: sha256(ALIASES) }))).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test('sent as a text is bound as all others are, where others are let in', async () => {
    expect(codesIn(await post(allowing.url, { query: ALIASES }))).toEqual(['QUERY_TOO_COMPLEX']);
  });
});

const OTHER = '{ medalNames }';

describe('where only known documents run', () => {
  test.each([
    ['a text', { query: OTHER }],
    ['a known text without its id', { query: NAME, variables }],
    ['introspection', { query: getIntrospectionQuery() }],
    ['__typename', { query: '{ __typename }' }],
    ['an unknown id', { documentId: 'unknown' }],
    ['an unknown id with a known text', { documentId: 'unknown', query: NAME, variables }],
    ['the hash of another text, to register it', { query: OTHER, extensions: persisted(OTHER) }],
    ['a hash in a strange place', { query: OTHER, id: sha256(NAME), sha256Hash: sha256(NAME) }],
    ['nothing', {}],
  ])('%s is refused', async (_, body) => {
    const sent = await post(strict.url, body);

    expect(sent.status).toBe(403);
    expect(codesIn(sent)).toEqual(['DOCUMENT_NOT_TRUSTED']);
  });

  test.each([
    ['another text', { documentId: sha256(NAME), query: OTHER }],
    ['its own text and more', { documentId: sha256(NAME), query: `${NAME} `, variables }],
    ["another text in Apollo's form", { extensions: persisted(NAME), query: OTHER }],
    ['the hash of another', { documentId: 'name-of-union', extensions: persisted(ALIASES) }],
  ])('a known id with %s is refused', async (_, body) => {
    const sent = await post(strict.url, body);

    expect(sent.status).toBe(400);
    expect(codesIn(sent)).toEqual(['DOCUMENT_MISMATCH']);
  });

  test('the same holds for GET', async () => {
    const answers = await Promise.all([
      get(strict.url, { query: OTHER }),
      get(strict.url, { query: OTHER, documentId: sha256(NAME) }),
    ]);

    expect(answers.map(codesIn)).toEqual([['DOCUMENT_NOT_TRUSTED'], ['DOCUMENT_MISMATCH']]);
  });

  test('and a name given twice is no name', async () => {
    const { url } = strict;
    const twice = `documentId=${sha256(NAME)}&documentId=${sha256(RENAME)}`;

    expect(await send(`${url}/graphql?${twice}`, { headers: PREFLIGHTED })).toMatchObject({ status: 400 });
  });

  test('and for each operation of a batch', async () => {
    const door = { ...doorOf({ TRUSTED_DOCUMENTS_MODE: 'strict' }), BATCH_MAX: 3 };
    const { url } = await hub({ door });

    const { body } = await post(url, [{ documentId: sha256(NAME), variables }, { query: OTHER }]);

    expect(JSON.parse(body)).toMatchObject([
      answer,
      { errors: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }] },
    ]);
  });

  test.each([
    ['a hash that is none', { version: 1, sha256Hash: 'abc' }],
    ['another version', { version: 2, sha256Hash: sha256(NAME) }],
    ['a list', []],
    ['null', null],
    ['a text', sha256(NAME)],
  ])('an extension with %s is malformed', async (_, persistedQuery) => {
    const sent = await post(strict.url, { extensions: { persistedQuery } });

    expect(sent.status).toBe(400);
    expect(codesIn(sent)).toEqual(['INVALID_INPUT']);
  });
});

describe('where others run beside known documents', () => {
  test('a text is answered', async () => {
    expect(await post(allowing.url, { query: OTHER })).toMatchObject({ status: 200 });
  });

  test('an unknown id is told so, and one that is not of its text is refused', async () => {
    const answers = await Promise.all([
      post(allowing.url, { documentId: 'unknown' }),
      post(allowing.url, { documentId: 'unknown', query: OTHER }),
      post(allowing.url, { documentId: sha256(NAME), query: OTHER }),
      post(allowing.url, { documentId: sha256(OTHER), query: OTHER }),
    ]);

    expect(answers.map(codesIn)).toEqual([
      ['PERSISTED_QUERY_NOT_FOUND'],
      ['DOCUMENT_MISMATCH'],
      ['DOCUMENT_MISMATCH'],
      [],
    ]);
  });
});

test.each(['strict', 'allow'])('a gateway does not start as %s without a file', async (mode) => {
  await expect(hub({ door: aDoor({ TRUSTED_DOCUMENTS_MODE: mode }) })).rejects.toMatchObject({
    code: 'INVALID_SETTING',
    details: { setting: 'TRUSTED_DOCUMENTS' },
  });
});
