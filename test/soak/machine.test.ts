import { expect, test } from '@jest/globals';
import { longestWait } from './machine.js';

const [GATEWAY, CLIENTS, AGENCY] = [1, 2, 3];
const before = {
  at: 0,
  waited: new Map([
    [GATEWAY, 100],
    [CLIENTS, 50],
  ]),
};
const now = {
  at: 900,
  waited: new Map([
    [GATEWAY, 500],
    [CLIENTS, 350],
    [AGENCY, 80],
  ]),
};

test('those who wait at the same time do not wait for twice as long', () => {
  expect(longestWait(before, now, [GATEWAY, CLIENTS])).toBe(400);
});

test('a process that began meanwhile has waited since then', () => {
  expect(longestWait(before, now, [AGENCY])).toBe(80);
});

test('a process that is none has not waited', () => {
  expect(longestWait(before, now, [undefined])).toBe(0);
});
