import { HubError } from '../../schema/contract/errors.js';
import { parseGlobalId } from '../../schema/contract/ids.js';
import { text } from '../../schema/contract/text.js';

/**
 * The id, if it is of one of the types that the argument takes.
 *
 * @throws HubError INVALID_ID when it is malformed or of another type
 */
export function idOf(types: readonly string[], id: string | undefined | null): string | null {
  if (id === undefined || id === null) return null;
  const { type } = parseGlobalId(id);
  if (types.includes(type)) return id;
  const expected = types.join(', ');
  throw new HubError(
    'INVALID_ID',
    text(
      `Mã này thuộc kiểu ${type}, cần mã của kiểu ${expected}.`,
      `This id is of a ${type}; an id of ${expected} was expected.`,
    ),
    { expected, found: type },
  );
}
