import { uniqueCalls } from './unique-calls.js';
import { expect, test } from '@jest/globals';

const call = (operationName: string, ids: readonly string[]) => ({
  path: '/users',
  body: JSON.stringify({
    query: `query ${operationName}($representations:[_Any!]!){_entities(representations:$representations){...on User{name}}}`,
    operationName,
    variables: { representations: ids.map((id) => ({ __typename: 'User', id })) },
  }),
});

test('calls that ask the same under other names are one, and every entity is asked for once', () => {
  const waves = uniqueCalls([[call('A', ['1', '1'])], [call('B', ['1', '1', '1']), call('C', ['2'])]]);
  expect(waves.map((wave) => wave.map(({ body }) => (JSON.parse(body) as Body).variables))).toEqual([
    [{ representations: [{ __typename: 'User', id: '1' }] }],
    [{ representations: [{ __typename: 'User', id: '2' }] }],
  ]);
});

interface Body {
  readonly variables: unknown;
}
