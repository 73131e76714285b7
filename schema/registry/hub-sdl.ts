import { DEFAULT_SEARCH_PAGE, MAX_NODES, MAX_SEARCH_PAGE, MOST_COUNTED } from '../contract/hub-fields.js';
import { both } from '../contract/text.js';
import { PAGE_INFO } from './page-info.js';

/** One value of an enum, with its description. */
export interface EnumMember {
  readonly name: string;
  readonly description?: string;
}

/** What the agencies' subgraphs offer for the hub's own fields. */
export interface HubParts {
  /** Types that `node` finds, by name. */
  readonly nodeTypes: readonly string[];
  /** The kinds and grades of search, when at least one agency can be searched. */
  readonly search?: { readonly kinds: readonly EnumMember[]; readonly grades: readonly EnumMember[] };
}

/** The SDL of the subgraph that the gateway answers itself. */
export function hubSdl({ nodeTypes, search }: HubParts): string {
  const stubs = nodeTypes.map(
    (name) => `type ${name} implements Node @key(fields: "id", resolvable: false) { id: ID! }`,
  );
  return [LINK, NODE, ...stubs, ...searchSdl(search)].join('\n\n');
}

function searchSdl(search: HubParts['search']): readonly string[] {
  if (!search) return [];
  return [SEARCH, enumSdl('SearchKind', search.kinds), enumSdl('MatchGrade', search.grades)];
}

function enumSdl(name: string, members: readonly EnumMember[]): string {
  const lines = members.map(({ name, description }) => `  ${described(description)}${name}`);
  return `enum ${name} {\n${lines.join('\n')}\n}`;
}

function described(description: string | undefined): string {
  return description ? `${quoted(description)}\n  ` : '';
}

/** A description as a GraphQL string, whose escapes are those of JSON. */
function quoted(description: string): string {
  return JSON.stringify(description);
}

function words(vi: string, en: string): string {
  return quoted(both(vi, en));
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])';

const NODE = `
interface Node {
  id: ID!
}

type Query {
  ${words(
    'Một bản ghi bất kỳ của bất kỳ cơ quan nào, theo mã; null nếu không có.',
    'Any record of any agency, by its id; null where none exists.',
  )}
  node(
    ${words('Mã do đồ thị trả về.', 'An id as the graph returned it.')}
    id: ID!
  ): Node

  ${words(
    'Nhiều bản ghi theo mã, đúng thứ tự đã hỏi; null ở chỗ không có.',
    'Many records by their ids, in the order asked; null where none exists.',
  )}
  nodes(
    ${words(`Tối đa ${MAX_NODES} mã.`, `At most ${MAX_NODES} ids.`)}
    ids: [ID!]!
  ): [Node]
}`.trim();

const SEARCH = `
extend type Query {
  ${words(
    'Tìm tổ chức, địa danh và văn bản ở mọi cơ quan, không phân biệt hoa thường và dấu.',
    'Finds organisations, places and documents of all agencies, whatever the case and the diacritics.',
  )}
  search(
    ${words('Chữ cần tìm, 1 đến 200 ký tự.', 'The text to find, 1 to 200 characters.')}
    text: String!
    ${words('Chỉ tìm các loại này; bỏ trống là mọi loại.', 'Only these kinds; all kinds when left out.')}
    kinds: [SearchKind!]
    ${words(
      `Số kết quả mỗi trang, 1 đến ${MAX_SEARCH_PAGE}; mặc định ${DEFAULT_SEARCH_PAGE}.`,
      `Hits on the page, 1 to ${MAX_SEARCH_PAGE}; ${DEFAULT_SEARCH_PAGE} by default.`,
    )}
    first: Int
    ${words('Con trỏ của kết quả cuối trang trước.', "The cursor of the previous page's last hit.")}
    after: String
  ): SearchConnection
}

${words('Một trang kết quả tìm kiếm.', 'One page of search hits.')}
type SearchConnection {
  ${words(
    `Tổng số kết quả; null khi có hơn ${MOST_COUNTED} hoặc có cơ quan không trả lời.`,
    `All hits in number; null when there are more than ${MOST_COUNTED}, or while an agency does not answer.`,
  )}
  totalCount: Int
  ${words(
    `Ít nhất có chừng này kết quả: bằng tổng số khi biết, nếu không thì là số đã đếm được, nhiều nhất ${MOST_COUNTED}.`,
    `There are at least as many hits: the total where it is known, else what was counted, ${MOST_COUNTED} at most.`,
  )}
  atLeast: Int!
  ${words('Vị trí của trang.', 'Where the page stands.')}
  pageInfo: PageInfo!
  ${words('Các kết quả, khớp nhất trước.', 'The hits, the closest match first.')}
  edges: [SearchEdge!]!
}

${words('Một kết quả và con trỏ của nó.', 'One hit with its cursor.')}
type SearchEdge {
  ${words('Vị trí của kết quả trong danh sách.', 'Where the hit stands in the list.')}
  cursor: String!
  ${words('Kết quả.', 'The hit.')}
  node: SearchHit!
}

${words('Một bản ghi được tìm thấy.', 'A record that was found.')}
type SearchHit {
  ${words('Mức độ khớp với chữ cần tìm.', 'How closely the record matches the text.')}
  grade: MatchGrade!
  ${words('Tên hoặc số hiệu đã khớp.', 'The name or symbol that matched.')}
  label: String!
  ${words('Bản ghi.', 'The record.')}
  node: Node
}

${PAGE_INFO}`.trim();
