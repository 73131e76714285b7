import type { Cost } from './cost.js';
import { breaches, type Found } from './report.js';
import { expect, test } from '@jest/globals';

const STATEMENT = { database: 'union', text: 'select 1', values: [] };

function aCost(nation: Cost['nation'], statements: number, shape: string): Cost {
  return {
    question: 'unions',
    nation,
    statements: Array.from({ length: statements }, () => STATEMENT),
    fetches: 1,
    rows: 1,
    shape,
  };
}

function asked(...costs: readonly Cost[]): readonly Found[] {
  return [{ question: 'unions', costs, samples: [], looked: [] }];
}

test('another number of statements for the same kinds of rows is a breach', () => {
  expect(breaches(asked(aCost('small', 2, 'a'), aCost('national', 3, 'a')))).toEqual([
    'unions costs 2/1 or 3/1 statements/fetches.',
  ]);
});

test('what has other kinds of rows may cost otherwise', () => {
  expect(breaches(asked(aCost('small', 2, 'a'), aCost('national', 3, 'a b')))).toEqual([]);
});
