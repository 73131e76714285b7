import { expect, test } from '@jest/globals';
import { isForbidden } from '../../../gateway/reach/whereabouts.js';

test.each([
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b::169.254.169.254]',
  '[::a9fe:a9fe]',
  '[::ffff:a9fe:a9fe]',
  '[::ffff:0:a9fe:a9fe]',
  '[2002:a9fe:a9fe::]',
  '[2002:a9fe:a9fe:1::2]',
  '168.63.129.16',
  '[64:ff9b::a83f:8110]',
  '100.100.100.200',
  '[::ffff:100.100.100.200]',
])('no subgraph is at %s', (address) => {
  expect(isForbidden(address)).toBe(true);
});

test.each([
  '[::1]',
  '127.0.0.1',
  '[64:ff9b::a00:7]',
  '[2002:a00:7::1]',
  '168.63.129.17',
  '100.100.100.201',
  '[fd12::1]',
  'police.example',
])('a subgraph may be at %s', (address) => {
  expect(isForbidden(address)).toBe(false);
});
