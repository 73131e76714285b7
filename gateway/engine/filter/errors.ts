import { HubError } from '../../../schema/contract/errors.js';
import { text, type Text } from '../../../schema/contract/text.js';
import { EVERY_ELEMENT } from '../plan/plan.js';
import type { Denial } from './filter.js';
import { GraphQLError } from 'graphql';

/** Denied places that are told one by one. Unit: errors. */
const MAX_TOLD = 100;

const UNSEEN = text(
  'Bên gọi không có quyền xem trường hoặc kiểu dữ liệu này.',
  'The caller may not see this field or type.',
);

/**
 * The error for a place that the caller may not see. It names the place, never what would be needed to see it.
 *
 * Within lists the place is the same for all elements, and an error's `path` would have to name one: there only
 * `affectedPath` tells it, with `@` for the elements, as Apollo Router writes it.
 */
export function denialError({ path }: Denial): GraphQLError {
  const error = unauthorized(UNSEEN, { affectedPath: path.join('.') });
  if (path.includes(EVERY_ELEMENT)) return error;
  const { message, extensions } = error;
  return new GraphQLError(message, { path, extensions });
}

/** The errors for all places that the caller may not see; beyond the first hundred, one error for the rest. */
export function denialErrors(denials: readonly Denial[]): readonly GraphQLError[] {
  const told = denials.slice(0, MAX_TOLD).map(denialError);
  const untold = denials.length - told.length;
  return untold > 0 ? [...told, unauthorized(andMore(untold), { untold })] : told;
}

function andMore(count: number): Text {
  return text(
    `Bên gọi cũng không có quyền xem ${count} vị trí khác của truy vấn.`,
    `Nor may the caller see ${count} more places of the operation.`,
  );
}

function unauthorized(wording: Text, details: Readonly<Record<string, unknown>>): HubError {
  return new HubError('UNAUTHORIZED_FIELD_OR_TYPE', wording, details);
}
