import type { TypeRelations } from '../execute/type-relations.js';
import { EVERY_ELEMENT, type FetchStep, type Required } from '../plan/plan.js';
import type { SelectedField, Selection } from '../operation.js';
import { fieldsIn, keyOf } from './fields.js';
import type { Part } from './parts.js';
import { Kind, type FieldNode, type SelectionSetNode } from 'graphql';

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
export function filledBy(step: FetchStep, relations: TypeRelations): Coordinates {
  const found = new Set<string>();
  const collect = (fields: readonly FieldNode[], at: string): void => {
    for (const field of fields) {
      const place = below(at, keyOf(field));
      found.add(place);
      collect(fieldsIn(field.selectionSet?.selections ?? []), place);
    }
  };
  const asked = fieldsIn(askedOf(step).selections);
  collect(isOfNamed(step, relations) ? besideTypename(asked) : asked, placeOf(step.path));
  return found;
}

/** Whether the objects that a fetch completes are of object types, so that their types are known before it. */
function isOfNamed({ requires = [] }: FetchStep, relations: TypeRelations): boolean {
  return (
    requires.length > 0 &&
    requires.every(
      (each) => each.kind === 'fragment' && each.type !== undefined && relations.isObject(each.type),
    )
  );
}

/** Planners ask for the type anew, beside what the fetch is for. */
function besideTypename(fields: readonly FieldNode[]): readonly FieldNode[] {
  const others = fields.filter((field) => keyOf(field) !== TYPENAME);
  return others.length > 0 ? others : fields;
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
