import { describe, expect, test } from '@jest/globals';
import { RegisteredDocuments } from '../../../gateway/trusted/registered.js';
import { sharedHub } from '../../support/tiny-hub.js';
import { aDoor, codesIn, post } from '../door/a-door.js';
import { hub, PREFLIGHTED, send } from '../http/send.js';
import { sha256 } from './a-manifest.js';

const open = sharedHub(() => hub({ door: aDoor({ APQ: 'true' }) }));
const closed = sharedHub(() => hub());

const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });

describe('a text that a client registers', () => {
  test.each(['application/json', 'application/graphql-response+json'])(
    'is asked for, then run by its hash, as it is told in %s',
    async (accept) => {
      const query = `{ first: __typename as: __typename # ${accept}\n }`;
      const extensions = persisted(query);

      const unknown = await post(open.url, { extensions }, { accept });
      const registered = await post(open.url, { extensions, query });
      const known = await post(open.url, { extensions });
      const got = await send(
        `${open.url}/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`,
        { headers: PREFLIGHTED },
      );

      expect(unknown.status).toBe(accept === 'application/json' ? 200 : 400);
      expect(JSON.parse(unknown.body)).toMatchObject({
        errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
      });
      for (const sent of [registered, known, got])
        expect(JSON.parse(sent.body)).toMatchObject({ data: { first: 'Query' } });
    },
  );

  test('under the hash of another is refused, and not kept', async () => {
    const query = '{ other: __typename }';
    const extensions = persisted('{ wanted: __typename }');

    const refused = await post(open.url, { extensions, query });
    const after = await post(open.url, { extensions });

    expect(refused.status).toBe(400);
    expect(codesIn(refused)).toEqual(['DOCUMENT_MISMATCH']);
    expect(codesIn(after)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  test.each([
    ['is not valid', '{ nothingOfTheKind }'],
    ['cannot be read', '{ unclosed'],
  ])('is not kept when it %s, though its answer has status 200', async (_, query) => {
    const extensions = persisted(query);

    const { status } = await post(open.url, { extensions, query });
    const after = await post(open.url, { extensions });

    expect(status).toBe(200);
    expect(codesIn(after)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  test.each([
    ['is too large to run', '{ orgs(first: 30000) { edges { cursor } } }', {}],
    ['comes with a bad token', '{ tokenless: __typename }', { authorization: 'Bearer x' }],
  ])('is not kept when it %s', async (_, query, headers) => {
    const extensions = persisted(query);

    await post(open.url, { extensions, query }, headers);
    const after = await post(open.url, { extensions });

    expect(codesIn(after)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });
});

test('where no text is registered, clients are told so as Apollo tells them', async () => {
  const sent = await post(closed.url, { extensions: persisted('{ __typename }') });

  expect(JSON.parse(sent.body)).toMatchObject({
    errors: [
      { message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } },
    ],
  });
});

test('registered texts are kept within their memory, those asked for lately before others', async () => {
  const documents = new RegisteredDocuments(10_000);
  const texts = Array.from({ length: 100 }, (_, n) => `{ a${n}: __typename ${'b '.repeat(400)} }`);
  const isKnown = async (query: string) => {
    try {
      return (await documents.find({ variables: {} }, sha256(query))).asked.query === query;
    } catch {
      return false;
    }
  };

  for (const query of texts) (await documents.find({ query, variables: {} }, sha256(query))).keep?.();

  const known = await Promise.all(texts.map(isKnown));
  expect(texts.filter((_, n) => known[n])).toEqual(texts.slice(-5));
});
