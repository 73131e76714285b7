import { HubError } from '../../schema/contract/errors.js';
import { text, type Text } from '../../schema/contract/text.js';

/** A limit, and an operation that breaks it. */
export interface Excess {
  /** Name of the limit, for programs. */
  readonly limit: string;
  /** Name of the limit, for people. */
  readonly what: Text;
  readonly found: number;
  readonly allowed: number;
}

/** The refusal of an operation that is deeper, longer or costlier than the hub answers. */
export function tooComplex({ limit, what, found, allowed }: Excess): HubError {
  const cost = limit === 'cost' ? { cost: { estimate: found, allowed } } : {};
  return new HubError(
    'QUERY_TOO_COMPLEX',
    text(
      `Truy vấn quá phức tạp: ${what.vi} là ${found}, tối đa ${allowed}.`,
      `The operation is too complex: its ${what.en} is ${found}, at most ${allowed} is allowed.`,
    ),
    { limit, allowed, found, ...cost },
  );
}
