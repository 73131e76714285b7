import type { Rewrite } from '../plan/plan.js';
import { isData, typenameOf, type Data } from './data.js';
import { mergeInto } from './merge.js';
import type { TypeRelations } from './type-relations.js';

/** Starts a step that goes on only for objects of a type. */
export const FRAGMENT = '... on ';

/** Changes data at the places that rewrites name. */
export function rewrite(data: unknown, rewrites: readonly Rewrite[], relations: TypeRelations): void {
  for (const each of rewrites) {
    const key = each.path.at(-1);
    if (key !== undefined)
      for (const object of objectsAt(data, each.path.slice(0, -1), relations))
        change({ object, key }, each, relations);
  }
}

/** What has the new name already is the same thing, asked for in another way. */
function change({ object, key }: Held, change: Rewrite, relations: TypeRelations): void {
  if (change.kind === 'replace') {
    object[key] = change.value;
  } else if (Object.hasOwn(object, key)) {
    const { [key]: value } = object;
    delete object[key];
    mergeInto(object, { [change.to]: value }, relations);
  }
}

interface Held {
  readonly object: Data;
  readonly key: string;
}

function objectsAt(value: unknown, path: readonly string[], relations: TypeRelations): readonly Data[] {
  if (Array.isArray(value)) return value.flatMap((each) => objectsAt(each, path, relations));
  if (!isData(value)) return [];
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  if (!step.startsWith(FRAGMENT)) return objectsAt(value[step], rest, relations);
  const type = typenameOf(value);
  const applies = type === undefined || relations.isOf(type, step.slice(FRAGMENT.length));
  return applies ? objectsAt(value, rest, relations) : [];
}
