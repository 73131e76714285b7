import { isData, typenameOf, type Data } from '../execute/data.js';
import { EVERY_ELEMENT } from '../plan/plan.js';
import type { Shape } from './shape.js';
import type { Path } from './writer.js';

/** Places of one error that are told one by one. Unit: places. */
export const MAX_PLACES = 100;

/**
 * Where objects stand in the answer under way, by the keys of fetches; one more than are told, if there are more.
 *
 * @param among the objects that are looked for; all at the path if not given
 */
export function placesOf(root: Data, path: readonly string[], among?: ReadonlySet<Data>): readonly Path[] {
  const found: Path[] = [];
  const walk = (value: unknown, step: number, at: Path): void => {
    if (found.length > MAX_PLACES || typeof value !== 'object' || value === null) return;
    const key = path[step];
    if (key === undefined) {
      if (isData(value) && (!among || among.has(value))) found.push(at);
    } else if (key !== EVERY_ELEMENT) walk((value as Data)[key], step + 1, [...at, key]);
    else if (Array.isArray(value)) value.forEach((each, index) => walk(each, step + 1, [...at, index]));
  };
  walk(root, 0, []);
  return found;
}

/**
 * The places as the client knows them; a key that is asked for several times has several. What the client did not ask
 * for ends at what it did.
 */
export function clientPaths(root: Data, shape: Shape, place: Path): readonly Path[] {
  return below({ value: root, shape, at: [] }, place);
}

interface Here {
  readonly value: unknown;
  /** Nothing below a leaf. */
  readonly shape?: Shape;
  readonly at: Path;
}

function below({ value, shape, at }: Here, [step, ...rest]: Path): readonly Path[] {
  if (step === undefined) return [at];
  if (typeof step === 'number') {
    const element: unknown = Array.isArray(value) ? value[step] : undefined;
    return below({ value: element, shape, at: [...at, step] }, rest);
  }
  const fields = shape
    ? fieldsAt(shape, value).filter(({ fetchKey, write }) => write && fetchKey === step)
    : [];
  if (fields.length === 0) return [at];
  const next = isData(value) ? value[step] : undefined;
  return fields.flatMap((field) => below({ value: next, shape: field.shape, at: [...at, field.key] }, rest));
}

/**
 * Whether a place of the whole answer, as the client knows it, is one of a part too, or lies within what is `null` there.
 *
 * @param shape of the part
 */
export function isShown(root: unknown, shape: Shape | undefined, [step, ...rest]: Path): boolean {
  if (step === undefined || !shape || typeof root !== 'object' || root === null) return true;
  if (typeof step === 'number') return isShown(Array.isArray(root) ? root[step] : undefined, shape, rest);
  const field = fieldsAt(shape, root).find(({ key }) => key === step);
  return field !== undefined && isShown((root as Data)[field.fetchKey], field.shape, rest);
}

function fieldsAt(shape: Shape, value: unknown) {
  const type = shape.typeOf(isData(value) ? typenameOf(value) : undefined);
  return shape.fieldsOf(type ?? shape.type.name);
}
