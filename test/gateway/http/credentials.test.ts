import { describe, expect, test } from '@jest/globals';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { anAccessSite } from '../access/site.js';
import { post } from '../door/a-door.js';
import { sharedHub } from '../../support/tiny-hub.js';
import { errorsIn, hub, POST, PREFLIGHTED, refusalWith, send } from './send.js';

const usual = sharedHub(() => hub());

const query = '{ __typename }';
const NAMES = ['access_token', 'token', 'Authorization', 'id_token', 'jwt', 'api-key', 'apiKey'];

describe('a credential elsewhere than in its header is refused', () => {
  test.each(NAMES)('in the address, as %s, by POST and by GET', async (name) => {
    const address = `${usual.url}/graphql?${new URLSearchParams({ query, [name]: 's3cret' }).toString()}`;

    const answers = await Promise.all([
      send(address, POST, [JSON.stringify({ query })]),
      send(address, { headers: PREFLIGHTED }),
    ]);

    for (const sent of answers) {
      expect(sent.status).toBe(400);
      expect(errorsIn(sent)).toEqual([refusalWith(sent.headers['x-request-id'])]);
    }
  });

  test.each(NAMES)('in the body, as %s', async (name) => {
    const sent = await post(usual.url, { query, [name]: 's3cret' });

    expect(sent.status).toBe(400);
    expect(sent.body).not.toContain('s3cret');
  });

  test('beside a good one in the header', async () => {
    const site = await anAccessSite();
    const { authorization } = await site.bearer();

    const sent = await post(site.hub.url, { query, access_token: authorization.slice(7) }, { authorization });

    expect(sent.status).toBe(400);
  });

  test('and is never logged', async () => {
    const lines: string[] = [];
    const output = new Writable({
      write(line, _, done) {
        lines.push(String(line));
        done();
      },
    });
    const { url } = await hub({ log: pino({ level: 'trace' }, output) });

    await send(`${url}/graphql?access_token=s3cret`, POST, [JSON.stringify({ query, token: 's3cret' })]);
    await post(url, { query, token: 's3cret' }, { cookie: 'session=s3cret', authorization: 'Bearer s3cret' });

    expect(lines.filter((line) => line.includes('answered'))).toHaveLength(2);
    expect(lines.join('')).not.toContain('s3cret');
  });
});

test('a cookie is no credential', async () => {
  const site = await anAccessSite();
  const { authorization } = await site.bearer({ scope: 'auditor' });
  const ask = (headers: Readonly<Record<string, string>>) =>
    site.hub.ask('{ unions { name budget } }', { headers });

  const [anonymous, withCookie] = await Promise.all([
    ask({}),
    ask({ cookie: `authorization=${encodeURIComponent(authorization)}; token=${authorization.slice(7)}` }),
  ]);

  expect(withCookie.data).toEqual(anonymous.data);
  expect(withCookie.errors?.map(({ extensions }) => extensions['code'])).toContain(
    'UNAUTHORIZED_FIELD_OR_TYPE',
  );
  expect(site.origins.map(({ caller }) => caller.isAuthenticated)).not.toContain(true);
});
