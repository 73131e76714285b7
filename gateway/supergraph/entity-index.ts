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
 * For each representation of a fetch, which of the objects at that place of the client's answer it stands for. From the
 * first one that stands for none of the objects left, there are no more.
 *
 * Where the objects are of several types, only some go to one subgraph. Stock Apollo counts the representations as if
 * they were all objects, and would lay one record's error at another's door.
 */
export function positionsInAnswer({ request, path, representations }: EntityFetch): readonly number[] {
  const objects = (answered.get(request) ?? []).flatMap((root) => objectsAt(root, path));
  const positions: number[] = [];
  objects.forEach((object, position) => {
    const next = representations[positions.length];
    if (next && isSame(object, next)) positions.push(position);
  });
  return positions;
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
