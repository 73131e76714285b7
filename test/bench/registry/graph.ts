/** How large the graph of the benchmark is. */
export interface GraphSize {
  /** Unit: subgraphs, one of each agency. */
  readonly subgraphs: number;
  /** Of each subgraph. Unit: types. */
  readonly types: number;
}

/** The names of the agencies. */
export function agenciesOf({ subgraphs }: GraphSize): readonly string[] {
  return Array.from({ length: subgraphs }, (_, index) => `agency${index}`);
}

/** The law of ownership under which they publish: each owns what it defines, and all may name each other's types. */
export function lawFor(size: GraphSize): string {
  const office = `  hub:
    title: { vi: Văn phòng, en: The office }
    contact: { vi: văn phòng, en: the office }
    types: [Query]
    allows:
      - { to: '*', rights: [EXTEND], on: [Query] }
`;
  return `agencies:\n${office}${agenciesOf(size).map(agencyIn).join('')}shared:\n  types: []\n`;
}

function agencyIn(name: string): string {
  return `  ${name}:
    title: { vi: ${name}, en: ${name} }
    contact: { vi: ${name}, en: ${name} }
    subgraphs: [${name}]
    addresses: [http://${name}.test:4001]
    allows:
      - { to: '*', rights: [REFERENCE], on: ['*'] }
`;
}

/** An agency's SDL: entities of ten fields that refer to each other, and to those of the agency before. */
export function sdlOf(agency: number, { types }: GraphSize, version = 0): string {
  const own = Array.from({ length: types }, (_, index) => typeSdl(agency, index, types));
  const borrowed = agency === 0 ? '' : stubOf(agency - 1);
  return `${LINK}${borrowed}${own.join('')}${querySdl(agency, version)}`;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@authenticated"])
`;

function described(words: string): string {
  return `"""${words}\n\n${words}"""`;
}

function stubOf(agency: number): string {
  return `type A${agency}T0 @key(fields: "id", resolvable: false) { id: ID! }\n`;
}

function typeSdl(agency: number, index: number, types: number): string {
  const scalars = Array.from({ length: 8 }, (_, at) => `  ${described('Trường')}\n  field${at}: String`).join(
    '\n',
  );
  const other = `  ${described('Liên quan')}\n  related: A${agency}T${(index + 1) % types}`;
  const borrowed =
    agency > 0 && index === 0 ? `\n  ${described('Từ nơi khác')}\n  borrowed: A${agency - 1}T0` : '';
  const head = `${described('Kiểu')}\ntype A${agency}T${index} @key(fields: "id") {\n  ${described('Mã')}\n  id: ID!\n`;
  return `${head}${scalars}\n${other}${borrowed}\n}\n`;
}

function querySdl(agency: number, version: number): string {
  const more = Array.from(
    { length: version },
    (_, at) => `  ${described('Mới')}\n  agency${agency}New${at}: A${agency}T0\n`,
  );
  return `type Query {\n  ${described('Tìm')}\n  agency${agency}(id: ID!): A${agency}T0\n${more.join('')}}\n`;
}
