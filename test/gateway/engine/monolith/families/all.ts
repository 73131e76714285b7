import type { Sdls } from '../graph.js';
import { ABSTRACT, INTERFACE_OBJECT } from './abstract.js';
import { INPUTS } from './inputs.js';
import { KEYS, MANY_KEYS } from './keys.js';
import { REQUIRES, REQUIRES_ARGUMENTS } from './requires.js';
import { ROOTS, SHARING } from './sharing.js';

/** Graphs written by hand, each around a part of federation. */
export const FAMILIES: Readonly<Record<string, Sdls>> = {
  keys: KEYS,
  'many-keys': MANY_KEYS,
  requires: REQUIRES,
  'requires-arguments': REQUIRES_ARGUMENTS,
  abstract: ABSTRACT,
  'interface-object': INTERFACE_OBJECT,
  sharing: SHARING,
  roots: ROOTS,
  inputs: INPUTS,
};
