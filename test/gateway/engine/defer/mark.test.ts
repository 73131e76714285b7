import { expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import { unmarked } from '../../../../gateway/engine/defer/mark.js';
import { requestFor } from '../plan/requests.js';

test('an operation that defers something is planned apart from one that does not', () => {
  const query = 'query ($later: Boolean!) { party { ... on Org { id ... @defer(if: $later) { size } } } }';

  const deferring = requestFor(query, { later: true }).text;
  const whole = requestFor(query, { later: false }).text;

  expect(whole).toBe('query{party{...on Org{id size}}}');
  expect(deferring).toBe('query@defer{party{...on Org{id size}}}');
});

test('wherever it is deferred, and under whichever label, it is planned as one', () => {
  const texts = [
    '{ party { ... on Org { id ... @defer { size } } } }',
    '{ party { ... on Org { ... @defer(label: "a") { id } size } } }',
    '{ ... @defer { party { ... on Org { size id } } } }',
  ].map((query) => requestFor(query).text);

  expect(new Set(texts).size).toBe(1);
});

test('the planner is asked without the mark', () => {
  const { operation, isDeferring } = unmarked(parse('query@defer{party{__typename}}'));
  const other = parse('{party{__typename}}');

  expect(isDeferring).toBe(true);
  expect(print(operation)).toBe(print(other));
  expect(unmarked(other)).toEqual({ operation: other, isDeferring: false });
});
