import { denialsIn } from '../filter/denials.js';
import { listsIn, type Denial } from '../filter/filter.js';
import type { Deferral, Operation, Selected, SelectedField, Selection } from '../operation.js';

/** What of an operation is answered at one time. */
export interface Part {
  readonly operation: Operation;
  /** The fields of the whole operation by those of this part. */
  readonly originals: ReadonlyMap<SelectedField, SelectedField>;
  /** What of it the caller may not see. */
  readonly denials: readonly Denial[];
}

/** What is answered later. */
export interface DeferredPart extends Part {
  readonly deferral: Deferral;
  /** Keys of the answer that lead to the objects whose fields it has, with `@` for the elements of lists. */
  readonly path: readonly string[];
}

/** An operation that is answered in parts. */
export interface Parts {
  readonly first: Part;
  /** Each after the one that it is a part of. */
  readonly deferred: readonly DeferredPart[];
}

/** Parts of one operation; one with more is answered at once. Unit: parts. */
const MAX_PARTS = 32;

/** Divides an operation into what is answered first and what later; nothing where all is answered at once. */
export function partsOf(operation: Operation): Parts | null {
  const found = new Map<Deferral, readonly string[]>();
  find(operation.selection, [], found);
  if (found.size === 0 || found.size > MAX_PARTS) return null;
  // Changes are made one after the other, and answered when they are made.
  const isOfChanges = operation.kind === 'mutation' && [...found.values()].some(({ length }) => length === 0);
  if (isOfChanges) return null;
  const deferred = Array.from(found, ([deferral, path]) => ({
    ...partWith(operation, (divider) => divider.wayTo(deferral, operation.selection)),
    deferral,
    path,
  }));
  return { first: partWith(operation, (divider) => divider.kept(operation.selection)), deferred };
}

/** The places of all parts, those around others first. Nothing is below what the caller may not see. */
function find(selection: Selection, path: readonly string[], found: Map<Deferral, readonly string[]>): void {
  for (const each of selection) {
    if (each.kind === 'fragment') {
      find(each.selection, path, found);
      continue;
    }
    for (const deferral of chainOf(each.deferral)) if (!found.has(deferral)) found.set(deferral, path);
    if (each.isDenied || !each.selection || !each.field) continue;
    find(each.selection, [...path, each.key, ...listsIn(each.field.type)], found);
  }
}

/** A part that begins where another one does may have no field of its own. */
function chainOf(deferral: Deferral | undefined): readonly Deferral[] {
  return deferral ? [...chainOf(deferral.parent), deferral] : [];
}

function partWith(operation: Operation, select: (divider: Divider) => Selection): Part {
  const divider = new Divider();
  const part: Operation = { ...operation, selection: select(divider) };
  return { operation: part, originals: divider.originals, denials: denialsIn(part.selection) };
}

class Divider {
  readonly originals = new Map<SelectedField, SelectedField>();

  /** Without what is answered later. */
  kept(selection: Selection): Selection {
    return selection.flatMap((each): Selection => {
      if (each.kind === 'fragment') return [{ ...each, selection: this.kept(each.selection) }];
      return each.deferral ? [] : [this.keptField(each)];
    });
  }

  /** What belongs to one part, and the fields that lead there. */
  wayTo(deferral: Deferral, selection: Selection): Selection {
    return selection.flatMap((each) => this.stepTo(deferral, each));
  }

  private stepTo(deferral: Deferral, each: Selected): Selection {
    if (each.kind === 'field' && each.deferral === deferral) return [this.keptField(each)];
    if (!each.selection || (each.kind === 'field' && each.isDenied)) return [];
    const below = this.wayTo(deferral, each.selection);
    if (below.length === 0) return [];
    if (each.kind === 'fragment') return [{ ...each, selection: below }];
    return [this.copyOf(each, { selection: below, isOnTheWay: true })];
  }

  private keptField(field: SelectedField): SelectedField {
    return this.copyOf(field, { selection: field.selection && this.kept(field.selection) });
  }

  private copyOf(field: SelectedField, changes: Partial<SelectedField>): SelectedField {
    const copy = { ...field, ...changes };
    this.originals.set(copy, field);
    return copy;
  }
}
