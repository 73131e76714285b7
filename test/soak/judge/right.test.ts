import { describe, expect, test } from '@jest/globals';
import { nobodyMayFail } from './health.js';
import { requiredBy } from './required.js';
import { judged, type Answer, type Whole } from './right.js';
import { buildSchema } from 'graphql';

const SCHEMA = buildSchema(`
  interface Named { name: String! }
  type Query { orgs: [Org!]! union: Org node: Named }
  type Org { name: String! nick: String guard: Guard chief: Guard! secret: String }
  type Guard implements Named { name: String! nick: String }`);

const isIll = (agency: string): boolean => agency === 'police';
const ILL = { extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police' } };

/** What is right for an operation. */
function right(query: string, data: unknown): Whole {
  return { data, isRequired: requiredBy(SCHEMA, query) };
}

const ORGS = right('{ orgs { name guard { name } } }', { orgs: [{ name: 'a', guard: { name: 'g' } }] });
const PARTIAL = { orgs: [{ name: 'a', guard: null }] };

describe('an answer in bad weather', () => {
  test('is whole when it is what was expected', () => {
    expect(judged(ORGS, { data: ORGS.data }, isIll)).toBe('whole');
  });

  test('is partial when an error explains what is missing', () => {
    const errors = [{ ...ILL, path: ['orgs', 0, 'guard'] }];
    expect(judged(ORGS, { data: PARTIAL, errors }, isIll)).toBe('partial');
  });

  test('is partial when an error stands at what is null anyway, beside what is missing', () => {
    const whole = right('{ orgs { guard { name } } }', {
      orgs: [{ guard: { name: 'g' } }, { guard: null }],
    });
    const errors = [0, 1].map((n) => ({ ...ILL, path: ['orgs', n, 'guard'] }));
    expect(judged(whole, { data: { orgs: [{ guard: null }, { guard: null }] }, errors }, isIll)).toBe(
      'partial',
    );
  });

  test.each([
    ['null stands without an error', { data: PARTIAL }],
    ['a value is another one', { data: { orgs: [{ name: 'b', guard: { name: 'g' } }] } }],
    ['a key is missing', { data: { orgs: [{ name: 'a' }] } }],
    [
      'an error is told although nothing is missing',
      { data: ORGS.data, errors: [{ ...ILL, path: ['orgs'] }] },
    ],
    ['an error is of no agency', { data: null, errors: [{ extensions: { code: 'INTERNAL' } }] }],
    [
      'an error stands elsewhere than what is missing',
      {
        data: { orgs: [{ name: null, guard: { name: 'g' } }] },
        errors: [{ ...ILL, path: ['orgs', 0, 'guard'] }],
      },
    ],
    [
      'an error stands above what is missing',
      { data: { orgs: [{ name: 'a', guard: null }] }, errors: [{ ...ILL, path: ['orgs', 0] }] },
    ],
    [
      'one error explains what is missing and another one nothing',
      {
        data: PARTIAL,
        errors: [
          { ...ILL, path: ['orgs', 0, 'guard'] },
          { ...ILL, path: ['orgs', 0, 'name'] },
        ],
      },
    ],
  ])('is wrong when %s', (_, answer) => {
    expect(judged(ORGS, answer, isIll)).toEqual({ wrong: expect.any(String) });
  });
});

describe('null above an error', () => {
  const GUARD = { name: 'g', nick: 'n' };
  const UNGUARDED = { orgs: [{ guard: null }] };
  const at = (path: readonly (string | number)[], data: unknown): Answer => ({
    data,
    errors: [{ ...ILL, path }],
  });

  test.each([
    [
      '{ orgs { guard { name } } }',
      { orgs: [{ guard: GUARD }] },
      at(['orgs', 0, 'guard', 'name'], UNGUARDED),
    ],
    ['{ orgs { chief { name } } }', { orgs: [{ chief: GUARD }] }, at(['orgs', 0, 'chief', 'name'], null)],
    ['{ a: union { b: chief { name } } }', { a: { b: GUARD } }, at(['a', 'b', 'name'], { a: null })],
    ['{ node { ... on Guard { name } } }', { node: GUARD }, at(['node', 'name'], { node: null })],
  ])('is right where the schema allows none below: %s', (query, data, answer) => {
    expect(judged(right(query, data), answer, isIll)).toBe('partial');
  });

  test.each([
    ['{ orgs { guard { name } } }', { orgs: [{ guard: GUARD }] }, at(['orgs', 0, 'guard', 'name'], null)],
    [
      '{ orgs { guard { nick } } }',
      { orgs: [{ guard: GUARD }] },
      at(['orgs', 0, 'guard', 'nick'], UNGUARDED),
    ],
    ['{ union { nick name } }', { union: GUARD }, at(['union', 'nick'], { union: null })],
    ['{ node { ... on Guard { nick } } }', { node: GUARD }, at(['node', 'nick'], { node: null })],
  ])('is wrong where it is more than what failed: %s', (query, data, answer) => {
    expect(judged(right(query, data), answer, isIll)).toEqual({
      wrong: expect.stringContaining('null without an error'),
    });
  });

  test('explains all that is missing without a path, and nothing less', () => {
    expect(judged(ORGS, { data: null, errors: [ILL] }, isIll)).toBe('partial');
    expect(judged(ORGS, { data: PARTIAL, errors: [ILL] }, isIll)).toEqual({ wrong: expect.any(String) });
  });
});

describe('an error of an agency', () => {
  const failing = (extensions: Readonly<Record<string, unknown>>): Answer => ({
    data: PARTIAL,
    errors: [{ path: ['orgs', 0, 'guard'], extensions }],
  });

  test.each(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_FAILED'])('is wrong when the agency was well: %s', (code) => {
    expect(judged(ORGS, failing({ code, agency: 'police' }), nobodyMayFail)).toEqual({
      wrong: `an error of the code ${code} of the agency police, which was well`,
    });
  });

  test('is wrong when another agency was ill, or it names none', () => {
    const code = 'SUBGRAPH_FAILED';
    const wrong = { wrong: expect.stringContaining('which was well') };
    expect(judged(ORGS, failing({ code, agency: 'union' }), isIll)).toEqual(wrong);
    expect(judged(ORGS, failing({ code }), () => true)).toEqual(wrong);
  });
});

describe('what a caller may not see', () => {
  const DENIED = [{ path: ['orgs', 0, 'secret'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }];
  const FOR_A_STRANGER = {
    ...right('{ orgs { name secret } }', { orgs: [{ name: 'a', secret: null }] }),
    hasDenials: true,
  };

  test('is left out of a whole answer', () => {
    expect(judged(FOR_A_STRANGER, { data: FOR_A_STRANGER.data, errors: DENIED }, isIll)).toBe('whole');
  });

  test.each([
    ['shows it', { data: { orgs: [{ name: 'a', secret: 's' }] }, errors: DENIED }],
    ['does not say that it is denied', { data: FOR_A_STRANGER.data }],
  ])('makes an answer wrong that %s', (_, answer) => {
    expect(judged(FOR_A_STRANGER, answer, isIll)).toEqual({ wrong: expect.any(String) });
  });

  test('is nothing that the caller may see', () => {
    const answer = { data: null, errors: DENIED };
    expect(judged(ORGS, answer, isIll)).toEqual({ wrong: expect.stringContaining('UNAUTHORIZED') });
  });
});
