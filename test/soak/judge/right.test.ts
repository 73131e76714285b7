import { describe, expect, test } from '@jest/globals';
import { judged } from './right.js';

const EXPECTED = { orgs: [{ name: 'a', guard: { name: 'g' } }] };
const DOWN = { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };

describe('an answer in bad weather', () => {
  test('is whole when it is what was expected', () => {
    expect(judged({ data: EXPECTED }, { data: EXPECTED })).toBe('whole');
  });

  test('is partial when an error explains what is missing', () => {
    const errors = [{ ...DOWN, path: ['orgs', 0, 'guard'] }];
    expect(judged({ data: EXPECTED }, { data: { orgs: [{ name: 'a', guard: null }] }, errors })).toBe(
      'partial',
    );
  });

  test('is partial when an error explains a null above it', () => {
    const errors = [{ ...DOWN, path: ['orgs', 0, 'guard', 'name'] }];
    expect(judged({ data: EXPECTED }, { data: { orgs: null }, errors })).toBe('partial');
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
    expect(judged({ data: EXPECTED }, answer)).toEqual({ wrong: expect.any(String) });
  });

  const DENIED = [{ path: ['orgs', 0, 'secret'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }];
  const FOR_A_STRANGER = { data: { orgs: [{ name: 'a', secret: null }] }, hasDenials: true };

  test('is whole when only what the caller may not see is left out', () => {
    expect(judged(FOR_A_STRANGER, { data: FOR_A_STRANGER.data, errors: DENIED })).toBe('whole');
  });

  test.each([
    ['shows what the caller may not see', { data: { orgs: [{ name: 'a', secret: 's' }] }, errors: DENIED }],
    ['does not say what is denied', { data: FOR_A_STRANGER.data }],
  ])('is wrong when it %s', (_, answer) => {
    expect(judged(FOR_A_STRANGER, answer)).toEqual({ wrong: expect.any(String) });
  });

  test('is wrong when it denies what the caller may see', () => {
    const answer = { data: { orgs: null }, errors: DENIED };
    expect(judged({ data: EXPECTED }, answer)).toEqual({ wrong: expect.stringContaining('UNAUTHORIZED') });
  });
});
