import { describe, expect, test } from '@jest/globals';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { hubOverHttp, sharedHub } from '../../support/tiny-hub.js';
import { tinyUnion } from '../../support/tiny-subgraphs.js';
import { errorsIn, hub, POST, refusalWith, send } from './send.js';

const usual = sharedHub(() => hub());

const ORIGINS = ['https://evil.test', 'null', 'https://hub.gov.evil.test'];

describe('another site in the same browser', () => {
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'cannot have an operation run with %s',
    async (type) => {
      const options = { method: 'POST', headers: { 'content-type': type } };

      const sent = await send(`${usual.url}/graphql`, options, ['{"query": "{ __typename }"}']);

      expect(sent.status).toBe(415);
      expect(sent.headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  test.each(['application/json', 'application/graphql-response+json'])(
    'cannot have a query run by a link, as it is told in %s',
    async (accept) => {
      const sent = await send(`${usual.url}/graphql?query={__typename}`, { headers: { accept } });

      expect(sent).toMatchObject({ status: 400, headers: { 'content-type': `${accept}; charset=utf-8` } });
      expect(errorsIn(sent)).toEqual([refusalWith(sent.headers['x-request-id'])]);
    },
  );

  test.each(ORIGINS)('is not told that it may ask, nor may read the answer, as %s', async (origin) => {
    const { url } = usual;
    const preflight = { origin, 'access-control-request-method': 'POST' };

    const answers = await Promise.all([
      send(`${url}/graphql`, { method: 'OPTIONS', headers: preflight }),
      send(`${url}/graphql`, { ...POST, headers: { ...POST.headers, origin, cookie: 'a=b' } }, [
        '{"query": "{ __typename }"}',
      ]),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([405, 200]);
    for (const { headers } of answers) {
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });
});

describe('a header of the client', () => {
  test('never reaches a subgraph', async () => {
    const union = await faultyServer(answering(200, '{"data": {"broken": "x"}}'));
    const { url } = await hubOverHttp([tinyUnion()], { union: union.url });
    const forged = {
      'x-hub-user': 'admin',
      'proxy-authorization': 'Basic x',
      'x-forwarded-for': '::1',
      cookie: 'a=b',
    };

    await send(`${url}/graphql`, { ...POST, headers: { ...POST.headers, ...forged } }, [
      '{"query": "{ broken }"}',
    ]);

    expect(union.requests).toHaveLength(1);
    for (const name of Object.keys(forged)) expect(union.requests[0]?.headers).not.toHaveProperty(name);
  });

  test('that is as long as a body is refused', async () => {
    const headers = { ...POST.headers, 'x-long': 'x'.repeat(64_000) };

    expect(await send(`${usual.url}/graphql`, { ...POST, headers })).toMatchObject({ status: 431 });
  });
});
