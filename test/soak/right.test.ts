import { describe, expect, test } from '@jest/globals';
import { judged } from './right.js';

const EXPECTED = { orgs: [{ name: 'a', guard: { name: 'g' } }] };
const DOWN = { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };

describe('an answer in bad weather', () => {
  test('is whole when it is what was expected', () => {
    expect(judged(EXPECTED, { data: EXPECTED })).toBe('whole');
  });

  test('is partial when an error explains what is missing', () => {
    const errors = [{ ...DOWN, path: ['orgs', 0, 'guard'] }];
    expect(judged(EXPECTED, { data: { orgs: [{ name: 'a', guard: null }] }, errors })).toBe('partial');
  });

  test('is partial when an error explains a null above it', () => {
    const errors = [{ ...DOWN, path: ['orgs', 0, 'guard', 'name'] }];
    expect(judged(EXPECTED, { data: { orgs: null }, errors })).toBe('partial');
  });

  test.each([
    ['null stands without an error', { data: { orgs: [{ name: 'a', guard: null }] } }],
    ['a value is another one', { data: { orgs: [{ name: 'b', guard: { name: 'g' } }] } }],
    ['a key is missing', { data: { orgs: [{ name: 'a' }] } }],
    [
      'an error is told although nothing is missing',
      { data: EXPECTED, errors: [{ ...DOWN, path: ['orgs'] }] },
    ],
    ['an error is of no agency', { data: null, errors: [{ extensions: { code: 'INTERNAL' } }] }],
    [
      'an error stands elsewhere than what is missing',
      {
        data: { orgs: [{ name: null, guard: { name: 'g' } }] },
        errors: [{ ...DOWN, path: ['orgs', 0, 'guard'] }],
      },
    ],
  ])('is wrong when %s', (_, answer) => {
    expect(judged(EXPECTED, answer)).toEqual({ wrong: expect.any(String) });
  });
});
