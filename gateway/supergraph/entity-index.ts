type Data = Readonly<Record<string, unknown>>;

/** In the paths of Apollo's plans: every element of a list. */
export const EVERY_ELEMENT = '@';

/** What the root fetches of a request answered. The engine fills all further fields into these very objects. */
const answered = new WeakMap<object, Data[]>();

/** Remembers what a root fetch of a request answered, as long as the request lasts. */
export function remember(request: object, data: Data): void {
  answered.set(request, [...(answered.get(request) ?? []), data]);
}

/** A fetch for entities: where they stand in the client's answer, and how the subgraph was told of them. */
export interface EntityFetch {
  readonly request: object;
  readonly path: readonly (string | number)[];
  readonly representations: readonly Data[];
}

/**
 * Which of the objects at a place of the client's answer a representation stands for.
 *
 * Where the objects are of several types, only some go to one subgraph. Stock Apollo counts the representations as if
 * they were all objects, and would lay one record's error at another's door.
 */
export function indexInAnswer(index: number, { request, path, representations }: EntityFetch): number {
  const objects = (answered.get(request) ?? []).flatMap((root) => objectsAt(root, path));
  let position = -1;
  for (const representation of representations.slice(0, index + 1)) {
    position = objects.findIndex((each, at) => at > position && isSame(each, representation));
    if (position < 0) return index;
  }
  return position;
}

function objectsAt(value: unknown, path: EntityFetch['path']): readonly Data[] {
  if (value === null || value === undefined) return [];
  const [step, ...rest] = path;
  if (Array.isArray(value))
    return value.flatMap((each) => objectsAt(each, step === EVERY_ELEMENT ? rest : path));
  const object = value as Data;
  return step === undefined ? [object] : objectsAt(object[step], rest);
}

/** Whether the object has every plain value that the representation has, its type and key among them. */
function isSame(object: Data, representation: Data): boolean {
  return Object.entries(representation).every(
    ([key, value]) => typeof value === 'object' || object[key] === value,
  );
}
