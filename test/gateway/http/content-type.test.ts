import { describe, expect, test } from '@jest/globals';
import { sharedHub } from '../../support/tiny-hub.js';
import { errorsIn, hub, refusalWith, send } from './send.js';

const usual = sharedHub(() => hub());

const QUERY = JSON.stringify({ query: '{ __type(name: "Đồng chí 🏊") { name } }' });

function post(headers: Readonly<Record<string, string>>, body: string | Buffer = QUERY) {
  return send(`${usual.url}/graphql`, { method: 'POST', headers }, [body]);
}

describe('a request body', () => {
  test.each([
    'application/json',
    'APPLICATION/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'application/json ; charset=utf8 ; profile=x',
  ])('of type %s is read', async (type) => {
    expect(await post({ 'content-type': type })).toMatchObject({ status: 200 });
  });

  test.each([
    'application/json; charset=utf-16',
    'application/json; charset=iso-8859-1',
    'application/jsonp',
    'application/graphql',
    'application/graphql-response+json',
    'text/json',
    'json',
    ';',
  ])('of type %s is refused, whatever header comes with it', async (type) => {
    const sent = await post({ 'content-type': type, 'apollo-require-preflight': 'yes' });

    expect(sent).toMatchObject({ status: 415, headers: { accept: 'application/json', connection: 'close' } });
    expect(errorsIn(sent)).toEqual([refusalWith(sent.headers['x-request-id'])]);
  });

  test('of no type is refused', async () => {
    const sent = await post({});

    expect(sent.status).toBe(415);
    expect(errorsIn(sent)).toEqual([refusalWith(sent.headers['x-request-id'])]);
  });

  test.each([
    ['UTF-16', Buffer.from(QUERY, 'utf16le')],
    ['Latin-1', Buffer.from('{"query": "{ __typename } # café"}', 'latin1')],
    ['half a character', Buffer.from(QUERY).subarray(0, 30)],
  ])('that says UTF-8 and is %s is refused', async (_, body) => {
    expect(await post({ 'content-type': 'application/json' }, body)).toMatchObject({ status: 400 });
  });
});
