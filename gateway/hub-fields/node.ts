import { HubError } from '../../schema/contract/errors.js';
import { MAX_NODES } from '../../schema/contract/hub-fields.js';
import { text } from '../../schema/contract/text.js';
import type { HubContext } from './context.js';
import type { NodeStub } from './existence.js';

/** Answers `Query.node`. */
export function node(
  _: unknown,
  { id }: { readonly id: string },
  { existence }: HubContext,
): Promise<NodeStub | null> {
  return existence.load(id);
}

/** Answers `Query.nodes`. @throws HubError INVALID_INPUT for too many ids. */
export function nodes(
  _: unknown,
  { ids }: { readonly ids: readonly string[] },
  { existence }: HubContext,
): readonly Promise<NodeStub | null>[] {
  if (ids.length <= MAX_NODES) return ids.map((id) => existence.load(id));
  throw new HubError(
    'INVALID_INPUT',
    text(`Hỏi tối đa ${MAX_NODES} mã một lần.`, `Ask for at most ${MAX_NODES} ids at once.`),
    { argument: 'ids', allowed: MAX_NODES, found: ids.length },
  );
}
