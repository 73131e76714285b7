/** Agencies that publish subgraphs of the same names, and who owns a few types. */
export const LAW = lawOf(['union', 'coordination', 'recognition']);

/** A law under which each of these agencies owns one type, `UnionThing` for `union`. */
export function lawOf(agencies: readonly string[]): string {
  return `agencies:
  hub:
    title: { vi: Văn phòng, en: The hub's office }
    contact: { vi: hub, en: hub }
    types: [Query]
    allows:
      - { to: '*', rights: [EXTEND], on: [Query] }
${agencies.map(agency).join('')}
shared:
  types: [PageInfo]
`;
}

function agency(name: string): string {
  return `  ${name}:
    title: { vi: Cơ quan ${name}, en: The agency ${name} }
    contact: { vi: ${name}, en: ${name} }
    subgraphs: [${name}]
    addresses: [http://${name}.test:4001]
    types: [${typeOf(name)}]
    fields: [Query.${name}]
`;
}

/** The type that an agency owns. */
export function typeOf(agency: string): string {
  return `${agency.charAt(0).toUpperCase()}${agency.slice(1)}Thing`;
}

/** Where an agency's subgraph answers. */
export function urlOf(agency: string): string {
  return `http://${agency}.test:4001/graphql`;
}

/** The SDL of an agency's subgraph, which has these fields beside its id. */
export function sdlOf(agency: string, fields: readonly string[] = []): string {
  const type = typeOf(agency);
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
"""Đối tượng

A thing."""
type ${type} @key(fields: "id") {
  """Mã

  Id."""
  id: ID!
${fields.map((field) => `  """Trường\n\n  A field."""\n  ${field}: String`).join('\n')}
}
type Query {
  """Tìm

  Finds."""
  ${agency}: ${type}
}
`;
}
