import { totalOf } from '../../../gateway/hub-fields/hits.js';
import { MOST_COUNTED } from '../../../schema/contract/hub-fields.js';
import { expect, test } from '@jest/globals';

const counting = (totalCount: number) => ({ totalCount, hits: [] });
const FAILED = { errors: [{ message: 'No answer.' }] };
const MORE = { totalCount: null, atLeast: MOST_COUNTED };

test.each([
  ['what all agencies counted', [counting(400), counting(600)], { totalCount: 1_000, atLeast: 1_000 }],
  ['that there are more than all may count', [counting(400), counting(601)], MORE],
  ['that there are more than one may count', [counting(MOST_COUNTED + 1), counting(0)], MORE],
  ['the same of an agency that counts on', [counting(125_000)], MORE],
  ['what the others counted while one fails', [counting(5), FAILED], { totalCount: null, atLeast: 5 }],
])('a total tells %s', (_, findings, total) => {
  expect(totalOf(findings)).toEqual(total);
});
