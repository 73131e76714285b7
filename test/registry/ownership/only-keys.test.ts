import { aCheck, errorsOf, LINK, OWNER_SDL_TEXT } from '../a-check.js';
import { expect, test } from '@jest/globals';

/** The owner's graph with a type of which it says nothing but keys, and answers them. */
const base = `${OWNER_SDL_TEXT}
type Country @key(fields: "code") @key(fields: "name") { code: ID! name: String! }
extend type Query { countries: [Country!]! }`;

const guest = (type: string): string => `${LINK} type Query { g: Int }\n${type}`;

test.each([
  ['adding a field', '{ code: ID! capital: String }', 'OWNER_EXTENDED Country.capital'],
  [
    'taking a field over',
    '{ code: ID! name: String! @override(from: "owner") }',
    'OWNER_OVERRIDDEN Country.name',
  ],
  ['hiding a key', '{ code: ID! @inaccessible capital: String }', 'OWNER_ALTERED Country.code'],
])('a type of which its owner says only keys is not had by %s', (_, fields, error) => {
  const report = aCheck({ base, guest: guest(`type Country @key(fields: "code") ${fields}`) });

  expect(errorsOf(report)).toContain(error);
});
