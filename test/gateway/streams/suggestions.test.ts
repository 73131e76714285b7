import { expect, test } from '@jest/globals';
import { hubOf } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { aDoor } from '../door/a-door.js';

const QUERY = `query Find($kinds: [SearchKind!]) {
  search(text: "a", kinds: $kinds, first: 1) { totalCount }
  ... @defer { medalNames }
}`;

test.each([
  ['tells no names to callers who may not ask for the schema', { INTROSPECTION_SCOPES: 'schema' }, false],
  ['says what could have been meant to those who may', {}, true],
])('a refused operation in parts %s', async (_, environment, isTold) => {
  const agencies = [tinyUnion(), tinyPolice(), tinyAwards()];
  const { url } = await hubOf(agencies, { door: aDoor(environment) });
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'multipart/mixed;deferSpec=20220824, application/json',
    },
    body: JSON.stringify({ query: QUERY, variables: { kinds: ['PLACES'] } }),
  });

  const text = await answer.text();
  expect(text).toContain('SearchKind');
  expect(text.includes('Did you mean')).toBe(isTold);
});
