import { describe, expect, test } from '@jest/globals';
import { sharedHub } from '../../support/tiny-hub.js';
import { aDoor, post } from '../door/a-door.js';
import { errorsIn, hub, refusalWith, send } from './send.js';

const OURS = 'https://congdoan.example';
const open = sharedHub(() =>
  hub({ door: aDoor({ CORS_ORIGINS: `${OURS}, http://localhost:5173`, CORS_MAX_AGE_S: '60' }) }),
);

const FOREIGN = [
  'https://evil.test',
  'null',
  `${OURS}.evil.test`,
  `https://evil.test/${OURS}`,
  'https://evil-congdoan.example',
  `${OURS}:8443`,
  'http://congdoan.example',
  'HTTPS://CONGDOAN.EXAMPLE',
  `${OURS}/`,
  `${OURS}, https://evil.test`,
  '*',
  '',
];

function preflight(origin: string, method = 'POST') {
  const headers = {
    origin,
    'access-control-request-method': method,
    'access-control-request-headers': 'content-type',
  };
  return send(`${open.url}/graphql`, { method: 'OPTIONS', headers });
}

describe('a page of a site on the list', () => {
  test.each([OURS, 'http://localhost:5173'])(
    'at %s may ask, and is told no more than it needs',
    async (origin) => {
      const { status, headers, body } = await preflight(origin);

      expect({ status, body }).toEqual({ status: 200, body: '' });
      expect(headers).toMatchObject({
        vary: 'Origin',
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers':
          'authorization, content-type, apollo-require-preflight, x-apollo-operation-name',
        'access-control-max-age': '60',
      });
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    },
  );

  test('may read its answer, also that it was refused', async () => {
    const answers = await Promise.all([
      post(open.url, { query: '{ __typename }' }, { origin: OURS }),
      post(open.url, { query: '{ nothing }' }, { origin: OURS }),
      post(open.url, [], { origin: OURS }),
      post(open.url, { query: '{ __typename }' }, { origin: OURS, accept: 'text/html' }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 400, 406]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        vary: 'Origin',
        'access-control-allow-origin': OURS,
        'access-control-expose-headers': 'x-request-id, retry-after',
      });
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });
});

describe('a page of any other site', () => {
  test.each(FOREIGN)('such as %j may not ask', async (origin) => {
    const sent = await preflight(origin);

    expect(sent.status).toBe(403);
    expect(errorsIn(sent)).toEqual([refusalWith(sent.headers['x-request-id'])]);
    expect(sent.headers).toMatchObject({ vary: 'Origin' });
    expect(Object.keys(sent.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test.each(FOREIGN)('such as %j may not read an answer', async (origin) => {
    const { headers } = await post(open.url, { query: '{ __typename }' }, { origin });

    expect(headers).toMatchObject({ vary: 'Origin' });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

test('an answer without an origin tells caches that it depends on it', async () => {
  const { headers } = await post(open.url, { query: '{ __typename }' });

  expect(headers).toMatchObject({ vary: 'Origin' });
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});

test('OPTIONS that is no question of a browser is no method', async () => {
  const sent = await send(`${open.url}/graphql`, { method: 'OPTIONS' });

  expect(sent).toMatchObject({ status: 405, headers: { allow: 'GET, POST' } });
});

test.each(['*', 'null', 'congdoan.example', 'https://congdoan.example/', 'https://a@b.example', 'file:///a'])(
  '%s is no site for the list',
  (origin) => {
    expect(() => aDoor({ CORS_ORIGINS: `https://good.example,${origin}` })).toThrow(
      expect.objectContaining({ code: 'INVALID_SETTING', details: { setting: 'CORS_ORIGINS' } }),
    );
  },
);
