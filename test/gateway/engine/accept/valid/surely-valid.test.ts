import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse, print, specifiedRules, validate, type DocumentNode } from 'graphql';
import { SchemaFacts } from '../../../../../gateway/engine/accept/valid/schema-facts.js';
import { isSurelyValid } from '../../../../../gateway/engine/accept/valid/surely-valid.js';
import { OTHER, PLAIN, SCHEMA } from './corpus.js';
import { MUTATED } from './mutated.js';

/** Random documents of one run. Unit: documents. */
const RUNS = Number(process.env['VALIDITY_RUNS'] ?? 2_000);

const facts = new SchemaFacts(SCHEMA);

/** What can be written is what can be sent; a change may leave what cannot, such as an empty selection. */
function written(document: DocumentNode): DocumentNode | null {
  try {
    return parse(print(document), { noLocation: true });
  } catch {
    return null;
  }
}

/** It fails on a subscription of which a condition has no value. */
function isFullyValid(document: DocumentNode): boolean {
  try {
    return validate(SCHEMA, document, specifiedRules, { maxErrors: 1 }).length === 0;
  } catch {
    return false;
  }
}

describe('the quick validation', () => {
  test('calls nothing valid that the full one refuses, and knows most of what is valid', () => {
    const seen = { valid: 0, known: 0, invalid: 0 };
    fc.assert(
      fc.property(MUTATED, (mutated) => {
        const document = written(mutated);
        if (!document) return;
        const isValid = isFullyValid(document);
        const isKnown = isSurelyValid(document, facts);
        seen.known += Number(isKnown);
        seen[isValid ? 'valid' : 'invalid'] += 1;

        expect(isKnown && !isValid).toBe(false);
      }),
      { numRuns: RUNS },
    );
    expect(seen.invalid).toBeGreaterThan(RUNS / 4);
    expect(seen.known).toBeGreaterThan(seen.valid / 2);
    expect(seen.known).toBeGreaterThan(RUNS / 20);
  });

  test.each(PLAIN)('knows %s', (text) => {
    expect(validate(SCHEMA, parse(text))).toEqual([]);
    expect(isSurelyValid(parse(text), facts)).toBe(true);
  });

  test.each(OTHER)('leaves %s to the full one', (text) => {
    expect(isSurelyValid(parse(text), facts)).toBe(false);
  });

  test('leaves fragments that multiply to the full one', () => {
    const fragments = Array.from(
      { length: 40 },
      (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
    );
    const text = `{ ...F0 } ${fragments.join(' ')} fragment F40 on Query { count }`;

    expect(isSurelyValid(parse(text), facts)).toBe(false);
  });

  test('takes a custom scalar that refuses a value, by an error or in silence, for no valid value', () => {
    const picky = SCHEMA.getType('Day');
    if (!picky || !('parseLiteral' in picky)) throw new Error('Day is a scalar.');
    const usual = picky.parseLiteral;
    const isKnown = () => isSurelyValid(parse('{ tally(ids: 1, day: "x") }'), facts);

    picky.parseLiteral = () => undefined;
    const inSilence = isKnown();
    picky.parseLiteral = () => {
      throw new Error('no day');
    };
    const byError = isKnown();
    picky.parseLiteral = usual;

    expect([inSilence, byError, isKnown()]).toEqual([false, false, true]);
  });
});
