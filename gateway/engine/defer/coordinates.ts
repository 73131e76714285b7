import { EVERY_ELEMENT, type FetchStep, type Required } from '../plan/plan.js';
import type { SelectedField, Selection } from '../operation.js';
import type { Part } from './parts.js';
import { Kind, type FieldNode, type SelectionNode, type SelectionSetNode } from 'graphql';

/** Places in the data of an operation, whichever element of a list: keys of fetches with dots between. */
export type Coordinates = ReadonlySet<string>;

const TYPENAME = '__typename';

/** What a part is made of. */
export function coordinatesOf(
  { operation, originals }: Part,
  fetchKeyOf: (field: SelectedField) => string,
): Coordinates {
  const found = new Set<string>();
  const collect = (selection: Selection, at: string): void => {
    for (const each of selection) {
      if (each.kind === 'fragment') collect(each.selection, at);
      else if (each.field && !each.isDenied) {
        const place = below(at, fetchKeyOf(originals.get(each) ?? each));
        found.add(place);
        if (each.selection) found.add(below(place, TYPENAME));
        if (each.selection) collect(each.selection, place);
      }
    }
  };
  collect(operation.selection, '');
  return found;
}

/** What a fetch fills. */
export function filledBy(step: FetchStep): Coordinates {
  const found = new Set<string>();
  const collect = (nodes: readonly SelectionNode[], at: string): void => {
    for (const { alias, name, selectionSet } of fieldsIn(nodes)) {
      const place = below(at, alias?.value ?? name.value);
      found.add(place);
      collect(selectionSet?.selections ?? [], place);
    }
  };
  collect(askedOf(step).selections, placeOf(step.path));
  return found;
}

/** What a fetch asks of the root, or of the objects that it completes. */
export function askedOf({ document, requires }: FetchStep): SelectionSetNode {
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A fetch is one operation.');
  const { selectionSet } = operation;
  const [entities] = selectionSet.selections;
  const isOfObjects = requires && entities?.kind === Kind.FIELD;
  return (isOfObjects ? entities.selectionSet : undefined) ?? selectionSet;
}

/** What must be there before a fetch. */
export function neededFor({ path, requires = [] }: FetchStep): Coordinates {
  const found = new Set<string>();
  let at = '';
  for (const key of path.filter((step) => step !== EVERY_ELEMENT)) {
    at = below(at, key);
    found.add(at).add(below(at, TYPENAME));
  }
  const collect = (parts: readonly Required[], place: string): void => {
    for (const part of parts) {
      if (part.kind === 'fragment') collect(part.parts, place);
      else {
        found.add(below(place, part.key));
        collect(part.parts ?? [], below(place, part.key));
      }
    }
  };
  collect(requires, at);
  return found;
}

/** A place, whichever element of a list. */
export function placeOf(path: readonly string[]): string {
  return path.filter((step) => step !== EVERY_ELEMENT).join('.');
}

/** What is under a key at a place. */
export function below(place: string, key: string): string {
  return place === '' ? key : `${place}.${key}`;
}

/** The fields among some nodes, in fragments too. */
export function fieldsIn(nodes: readonly SelectionNode[]): readonly FieldNode[] {
  return nodes.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    return node.kind === Kind.INLINE_FRAGMENT ? fieldsIn(node.selectionSet.selections) : [];
  });
}
