import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { sharedHub } from '../../support/tiny-hub.js';
import { post } from '../door/a-door.js';
import { hub, POST, send } from '../http/send.js';

const lines: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
const logged = sharedHub(() => hub({ log }));

/** What the gateway logged while something was done. */
async function during(work: () => Promise<unknown>): Promise<readonly string[]> {
  lines.length = 0;
  await work();
  return [...lines];
}

/** Letters of a line that no terminal should be given. */
const controlsIn = (line: string) =>
  line
    .trimEnd()
    .split('')
    .filter((each) => each < ' ' || each === '\u007f');

const QUERY = '{ __typename }';

describe('AUD-02: what a client sends', () => {
  test.each([
    ['line breaks', 'a\r\n{"level":60,"msg":"forged"}\n'],
    ['colours of a terminal', '\u001b[31mred\u001b[0m\u0007\u009b2J'],
    ['the ends of texts and objects', '"}],"forged":[{"'],
    ['other separators of lines', 'a\u2028b\u2029c\u0085d'],
    ['half of a letter', 'a\ud800'],
    ['a megabyte', 'x'.repeat(900_000)],
    ['a prototype', '__proto__'],
  ])('makes no second line, and no long one, in the name of an operation: %s', async (_, operationName) => {
    const all = await during(() => post(logged.url, { query: QUERY, operationName }));

    for (const line of all) {
      expect(controlsIn(line)).toEqual([]);
      expect(line.length).toBeLessThan(1_000);
      expect(JSON.parse(line)).not.toMatchObject({ forged: expect.anything() });
    }
    expect(all).toHaveLength(1);
  });

  test.each([
    '/%0d%0aforged',
    '/\u001b[31m'.replace('\u001b', '%1b'),
    `/${'a'.repeat(8_000)}`,
    '/graphql?a=%0aforged',
  ])('nor in the address: %.30s', async (path) => {
    const all = await during(() => send(`${logged.url}${path}`, POST, [JSON.stringify({ query: QUERY })]));

    expect(all).toHaveLength(1);
    expect(all[0]?.length).toBeLessThan(1_000);
    expect(controlsIn(all[0] ?? '')).toEqual([]);
  });
});

describe('LEK-05: what is secret', () => {
  const SECRET = '079200001234';

  test.each<[string, () => Promise<unknown>]>([
    ['in a token', () => post(logged.url, { query: QUERY }, { authorization: `Bearer ${SECRET}` })],
    ['in a cookie', () => post(logged.url, { query: QUERY }, { cookie: `session=${SECRET}` })],
    ['in the address', () => send(`${logged.url}/graphql?access_token=${SECRET}`, POST, ['{}'])],
    [
      'in a variable',
      () =>
        post(logged.url, { query: 'query ($id: ID!) { org(id: $id) { name } }', variables: { id: SECRET } }),
    ],
    [
      'in a wrong variable',
      () =>
        post(logged.url, {
          query: 'query ($n: Int) { orgs(first: $n) { totalCount } }',
          variables: { n: SECRET },
        }),
    ],
    ['in the text', () => post(logged.url, { query: `{ org(id: "${SECRET}") { name } }` })],
    ['in a text with a mistake', () => post(logged.url, { query: `{ org(id: "${SECRET}") { name ` })],
    ['in a body that is no JSON', () => send(`${logged.url}/graphql`, POST, [`{"password": "${SECRET}"`])],
    [
      'in a header',
      () => post(logged.url, { query: QUERY }, { 'x-api-key': SECRET, 'x-request-id': SECRET }),
    ],
  ])('is not logged: %s', async (_, work) => {
    const all = await during(work);

    expect(all.join('')).toContain('answered');
    expect(all.join('')).not.toContain(SECRET);
  });
});
