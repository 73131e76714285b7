import type { Selection } from '../operation.js';
import { listsIn, type Denial } from './filter.js';

/** The places of a selection that are marked as denied, each once. */
export function denialsIn(selection: Selection): readonly Denial[] {
  const found = new Map<string, Denial>();
  collect(selection, [], found);
  return [...found.values()];
}

function collect(selection: Selection, path: readonly string[], found: Map<string, Denial>): void {
  for (const each of selection) {
    if (each.kind === 'fragment') {
      collect(each.selection, path, found);
      continue;
    }
    const place = [...path, each.key];
    if (each.isDenied) found.set(place.join('.'), { path: place });
    else if (each.selection && each.field)
      collect(each.selection, [...place, ...listsIn(each.field.type)], found);
  }
}
