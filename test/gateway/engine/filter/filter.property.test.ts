import { expect, test } from '@jest/globals';
import { filtered, requirementsOf } from '../../../../gateway/engine/filter/filter.js';
import { decideByToken, grants } from '../../../../gateway/engine/filter/policies.js';
import type { Selection } from '../../../../gateway/engine/operation.js';
import { ANONYMOUS, callerWith, type Caller } from '../../../../schema/contract/caller.js';
import { GRAPH } from './a-graph.js';
import { CLAIMS, randomOperation } from './random-operations.js';
import { isFieldOpen, isOpen } from './wanted.js';
import fc from 'fast-check';

const { rules, operation } = GRAPH;

/** What each field of an operation should be, in the order of the operation. */
function expected(selection: Selection, caller: Caller, isShown = true): readonly boolean[] {
  return selection.flatMap((each) => {
    if (each.kind === 'fragment')
      return expected(each.selection, caller, isShown && isOpen(each.type, caller));
    if (!each.field) return [];
    const isSeen = isShown && isFieldOpen(each.parent, each.field, caller);
    return isSeen ? [true, ...expected(each.selection ?? [], caller)] : [false];
  });
}

function found(selection: Selection): readonly boolean[] {
  return selection.flatMap((each) => {
    if (each.kind === 'fragment') return found(each.selection);
    if (!each.field) return [];
    return each.isDenied ? [false] : [true, ...found(each.selection ?? [])];
  });
}

test('for random operations and callers, exactly what the rules deny is denied', () => {
  fc.assert(
    fc.property(CLAIMS, fc.constantFrom('query', 'mutation'), fc.gen(), (claims, kind, gen) => {
      const asked = operation(randomOperation(kind, gen));
      const caller = claims ? callerWith({ ...claims }) : ANONYMOUS;
      const signal = new AbortController().signal;
      const isGranted = grants(requirementsOf(asked, rules), caller, {
        decide: decideByToken,
        timeLimitMs: 1_000,
        signal,
        onFailure: () => {},
      });
      if (isGranted instanceof Promise) throw new Error('The token decides at once.');

      const { operation: shown, denials } = filtered(asked, rules, isGranted);

      expect(found(shown.selection)).toEqual(expected(asked.selection, caller));
      expect(denials.length > 0).toBe(found(shown.selection).includes(false));
    }),
    { numRuns: 300 },
  );
});
