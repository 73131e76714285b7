import { HubError } from '../contract/errors.js';
import { text } from '../contract/text.js';
import { isObjectType, type ObjectType, type Subgraph } from '@apollo/federation-internals';

/** What the hub and every agency answer alike for a page; the hub's own `search` has it too. */
export const PAGE_INFO = `type PageInfo @shareable {
  hasNextPage: Boolean!
  hasPreviousPage: Boolean!
  startCursor: String
  endCursor: String
}`;

const FIELDS: ReadonlyMap<string, string> = new Map(
  [...PAGE_INFO.matchAll(/(\w+): (\S+)/g)].map(([, name = '', type = '']) => [name, type]),
);

/**
 * Checks that an agency's `PageInfo`, if it has one, can be the same type as the hub's.
 *
 * @throws HubError INVALID_INPUT that names the agency and what would be right.
 */
export function assertSamePageInfo(subgraph: Subgraph): void {
  const type = subgraph.schema.type('PageInfo');
  if (!type || (isObjectType(type) && isSame(subgraph, type))) return;
  const { name: agency } = subgraph;
  const right = PAGE_INFO.replaceAll(/\s+/g, ' ');
  throw new HubError(
    'INVALID_INPUT',
    text(
      `Kiểu PageInfo của phân hệ ${agency} khác của hệ thống. Hãy khai báo ${right}, hoặc đặt tên khác.`,
      `PageInfo of subgraph ${agency} is not that of the hub. Declare ${right}, or give it another name.`,
    ),
    { agency },
  );
}

function isSame(subgraph: Subgraph, type: ObjectType): boolean {
  const metadata = subgraph.metadata();
  const fields = type.fields();
  const areAlike = fields.every(({ name, type: given }) => FIELDS.get(name) === String(given));
  // A subgraph of federation 1 shares what others have as well, without saying so.
  const areShared = !metadata.isFed2Schema() || fields.every((field) => metadata.isFieldShareable(field));
  return fields.length === FIELDS.size && areAlike && areShared;
}
