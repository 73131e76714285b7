import type { Operation, Selected, SelectedField, Selection } from '../operation.js';
import type { Denial, Filtered } from './filter.js';

/** A view of an operation that shows no more than an earlier one. */
export interface Narrowed extends Filtered {
  /** The fields of the earlier view by those of this one. */
  readonly originals: ReadonlyMap<SelectedField, SelectedField>;
}

/**
 * What both of two views of one operation show: what the caller could not see when it began to look is not there, and
 * what it may not see any more is not shown.
 */
export function narrowed(earlier: Filtered, later: Filtered): Narrowed {
  const originals = new Map<SelectedField, SelectedField>();
  const selection = both(earlier.operation.selection, later.operation.selection, originals);
  const operation: Operation = { ...later.operation, selection };
  return { operation, denials: ofBoth(earlier.denials, later.denials), originals };
}

type Originals = Map<SelectedField, SelectedField>;

/** Views differ in what is denied, and in nothing else: what stands at one place is the same. */
function both(earlier: Selection, later: Selection, originals: Originals): Selection {
  return later.map((each, index) => shown(earlier[index] ?? each, each, originals));
}

function shown(before: Selected, now: Selected, originals: Originals): Selected {
  if (before.kind === 'field' && before.isDenied) return before;
  const made = { ...now, selection: now.selection && both(before.selection ?? [], now.selection, originals) };
  if (made.kind === 'field' && before.kind === 'field') originals.set(made, before);
  return made as Selected;
}

function ofBoth(earlier: readonly Denial[], later: readonly Denial[]): readonly Denial[] {
  const byPlace = new Map([...earlier, ...later].map((denial) => [denial.path.join('.'), denial]));
  return [...byPlace.values()];
}
