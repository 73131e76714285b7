import 'reflect-metadata';
import { partialDate } from '../../subgraphs/shared/values/partial-date.js';
import { expect, test } from '@jest/globals';

test.each([
  ['2024', '2024-01-01', 'YEAR'],
  ['2023-12', '2023-12-01', 'MONTH'],
  ['2024-02-29', '2024-02-29', 'DAY'],
])('%s is read as %s, known to the %s', (written, value, precision) => {
  expect(partialDate(written)).toEqual({ value, precision, basis: 'STATED' });
});

test.each(['2023-13-45', '2023-02-31', '2023-13', '2023-00', '0000', '2023-1', '31/3/2024', ''])(
  '%j is no date',
  (written) => {
    expect(partialDate(written)).toBeNull();
  },
);
