import { describe, expect, test } from '@jest/globals';
import { MAX_JSON_DEPTH } from '../../../schema/contract/http/json-depth.js';
import { parametersInSearch } from '../../../schema/contract/http/parameters.js';
import { RefusedRequest } from '../../../schema/contract/http/refusals.js';
import { repeatsName, repeatsParameter } from '../../../schema/contract/http/repeated.js';

const TWICE = '{"query":"{ a }","query":"mutation { b }"}';

const isRepeated = (json: string): boolean => repeatsParameter(Buffer.from(json), JSON.parse(json));

describe('a parameter given twice', () => {
  test.each([
    ['in one operation', TWICE],
    ['in a list', `[{"query":"{ a }"},${TWICE}]`],
    ['beside a text that is no operation', `["aaaaaaaa",${TWICE}]`],
    ['beside a list that is no operation', `[[1,2,3,4,5,6,7,8],${TWICE}]`],
    ['beside nothing', `[null,${TWICE}]`],
  ])('is seen %s', (_, json) => {
    expect(isRepeated(json)).toBe(true);
  });

  test.each([
    ['one operation', '{"query":"{ a }","variables":{"a":{"a":1}}}'],
    ['a list', '[{"query":"{ a }"},{"query":"{ a }"}]'],
    ['no operation', '["a",[{"a":1}],null,7]'],
  ])('is not seen in %s without one', (_, json) => {
    expect(isRepeated(json)).toBe(false);
  });
});

test.each([
  ['its own', '{"id":"1","type":"subscribe","type":"complete","payload":{}}', true],
  ['what it carries', `{"id":"1","type":"subscribe","payload":${TWICE}}`, true],
  ['nothing', '{"id":"1","type":"subscribe","payload":{"query":"{ a }","variables":{"id":1}}}', false],
])('a message is seen to repeat %s', (_, json, isSeen) => {
  expect(repeatsName(Buffer.from(json), JSON.parse(json) as object)).toBe(isSeen);
});

test('what stands in an address may be nested no deeper than a body', () => {
  const nested = (levels: number): URLSearchParams =>
    new URLSearchParams({ variables: '[{"a":'.repeat(levels / 2) + '0' + '}]'.repeat(levels / 2) });

  expect(() => parametersInSearch(nested(MAX_JSON_DEPTH))).not.toThrow();
  expect(() => parametersInSearch(nested(MAX_JSON_DEPTH + 2))).toThrow(RefusedRequest);
});
