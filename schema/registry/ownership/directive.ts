/** Where the specification of `@owner` is, without its version. */
export const OWNER_SPEC = 'https://specs.lien-thong.vn/owner';

/**
 * How a subgraph declares `@owner`, which says who owns a type or a field. What it says agrees with the law; for a new
 * type it becomes the law. Composition carries it into the supergraph.
 */
export const OWNER_SDL = `extend schema
  @link(url: "${OWNER_SPEC}/v0.1", import: ["@owner"])
  @composeDirective(name: "@owner")

directive @owner(agency: String!) on OBJECT | INTERFACE | UNION | ENUM | SCALAR | INPUT_OBJECT | FIELD_DEFINITION
`;
