import { expect, test } from '@jest/globals';
import { answerIn } from '../../../gateway/reach/envelope.js';

test('an error may have null for the parts that it has not', () => {
  const errors = [{ message: 'wrong', path: null, locations: null, extensions: null }];

  const answer = answerIn(JSON.stringify({ data: { a: 1 }, errors }));

  expect(answer).toEqual({ data: { a: 1 }, errors: [{ message: 'wrong' }] });
});

test('an error without a message is no error', () => {
  expect(answerIn('{"data": {}, "errors": [{"path": ["a"]}]}')).toBeNull();
});
