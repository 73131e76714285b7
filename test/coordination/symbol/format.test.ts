import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { formatSymbol } from '../../../subgraphs/coordination/document/symbol/format.js';
import { parseSymbol } from '../../../subgraphs/coordination/document/symbol/parse.js';
import { CANONICAL } from './arbitrary.js';
import { SOURCE_SYMBOLS } from './source-symbols.js';

describe.each(Object.entries(CANONICAL))('a symbol of the form %s', (form, canonical) => {
  test('is parsed and formatted to itself, and parsed as that form', () => {
    fc.assert(
      fc.property(canonical, (symbol) => {
        const parsed = parseSymbol(symbol);
        expect(parsed.form).toBe(form);
        expect(parsed.canonical).toBe(symbol);
        expect(formatSymbol(parsed)).toBe(symbol);
      }),
    );
  });

  test('is the same record again when it was formatted and parsed', () => {
    fc.assert(
      fc.property(canonical, (symbol) => {
        const parsed = parseSymbol(symbol);
        expect(parseSymbol(formatSymbol(parsed))).toEqual(parsed);
      }),
    );
  });
});

test.each(SOURCE_SYMBOLS)('$symbol is formatted as it was parsed', ({ symbol }) => {
  expect(formatSymbol(parseSymbol(symbol))).toBe(symbol);
});

test('fields that no symbol has together are a bug of the caller', () => {
  const decree = parseSymbol('06/2014/NĐ-CP');

  expect(() => formatSymbol({ ...decree, form: 'STATE' })).toThrow('has no year');
  expect(() => formatSymbol({ ...decree, year: null })).toThrow('needs a year');
  expect(() => formatSymbol({ ...decree, number: null })).toThrow('needs a number');
});
