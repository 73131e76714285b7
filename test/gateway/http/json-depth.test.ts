import { describe, expect, test } from '@jest/globals';
import { LIMIT_DEFAULTS } from '../../../gateway/limits/settings.js';
import { isTooDeep, MAX_JSON_DEPTH } from '../../../schema/contract/http/json-depth.js';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import fc from 'fast-check';

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('the depth of JSON', () => {
  test.each([
    ['as deep as it may be', nested(MAX_JSON_DEPTH), false],
    ['one level deeper', nested(MAX_JSON_DEPTH + 1), true],
    ['side by side', `[${'[],'.repeat(1_000)}[]]`, false],
  ])('is told of lists %s', (_, json, expected) => {
    expect(isTooDeep(Buffer.from(json))).toBe(expected);
  });

  test('is not that of brackets in texts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('[', '{', '"', '\\', 'a'), { maxLength: 600 }), (letters) => {
        expect(isTooDeep(Buffer.from(JSON.stringify({ text: letters.join('') })))).toBe(false);
      }),
    );
  });
});

describe('a request that is nested too deep', () => {
  const limits = { ...LIMIT_DEFAULTS, QUERY_MAX_TOKENS: 100_000 };
  const hub = sharedHub(() => hubOf([tinyUnion(), tinyPolice(), tinyAwards()], { limits }));

  test('is the client’s mistake', async () => {
    const body = `{"query":"query ($ids: [ID!]!) { nodes(ids: $ids) { id } }","variables":{"ids":${nested(50_000)}}}`;
    const headers = { 'content-type': 'application/json' };

    const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  test('in its document is refused as too complex', async () => {
    const { status, errors } = await hub.ask('{a'.repeat(40_000));

    expect(status).toBe(400);
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
  });
});
