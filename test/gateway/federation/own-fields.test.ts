import { describe, expect, test } from '@jest/globals';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key"])`;

function union() {
  return local(
    'union',
    `${LINK} interface Counted { count: Int }
     type Query implements Counted { count: Int toString: String hasOwnProperty: Part valueOf: String! }
     type Part { constructor: String }`,
    {
      Query: {
        count: () => 1,
        toString: () => null,
        hasOwnProperty: () => ({ constructor: null }),
        valueOf: () => 'there',
      },
    },
  );
}

describe('what the gateway itself answers', () => {
  const hub = sharedHub(() => hubOf([union()]));

  test('a name of a type that is null where there must be one is an error, not an absent type', async () => {
    const query = 'query ($name: String = "Part") { count __type(name: $name) { name } }';

    const { data, errors } = await hub.ask(query, { variables: { name: null } });

    expect(data).toEqual({ count: 1, __type: null });
    expect(errors).toMatchObject([{ path: ['__type'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('the schema is told also in a fragment on an interface of the root', async () => {
    const { data, errors } = await hub.ask(
      '{ ... on Counted { count ... on Query { __schema { queryType { name } } } } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ count: 1, __schema: { queryType: { name: 'Query' } } });
  });

  test('a condition that is null is the mistake of the client', async () => {
    const query = 'query ($no: Boolean = true) { count @skip(if: $no) }';

    const { data, errors } = await hub.ask(query, { variables: { no: null } });

    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('fields may be named like what every object of JavaScript has', async () => {
    const { data, errors } = await hub.ask('{ toString hasOwnProperty { constructor } valueOf }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ toString: null, hasOwnProperty: { constructor: null }, valueOf: 'there' });
  });
});
