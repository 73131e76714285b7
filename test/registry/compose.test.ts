import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import type { HubError } from '../../schema/contract/errors.js';
import { composeSupergraph, type PublishedSubgraph } from '../../schema/registry/compose.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../support/tiny-subgraphs.js';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@shareable"])';
const published = (name: string, sdl: string): PublishedSubgraph => ({
  name,
  sdl,
  url: `http://${name}.invalid`,
});
const tiny = () => [tinyUnion(), tinyPolice(), tinyAwards()].map(({ name, sdl }) => published(name, sdl));

function refusal(subgraphs: readonly PublishedSubgraph[]): HubError {
  try {
    composeSupergraph(subgraphs);
  } catch (error) {
    return error as HubError;
  }
  throw new Error('The subgraphs composed.');
}

describe('the hub fields', () => {
  test('are derived from what the agencies publish: every type that is a Node found by its id', () => {
    const { supergraphSdl } = composeSupergraph(tiny());

    expect(supergraphSdl).toContain('HUB @join__graph(name: "hub", url: "hub:fields")');
    expect(
      supergraphSdl.match(/^ {2}@join__type\(graph: HUB, key: "id", resolvable: false\)$/gm),
    ).toHaveLength(2);
  });

  test('are described in both languages, each with its arguments', () => {
    const fields = buildSchema(composeSupergraph(tiny()).apiSdl).getQueryType()?.getFields() ?? {};

    const own = ['node', 'nodes', 'search'].flatMap((name) =>
      fields[name] ? [fields[name], ...fields[name].args] : [],
    );
    expect(own).toHaveLength(3 + 1 + 1 + 4);
    for (const { description } of own) expect(description).toMatch(/^.+\n\n.+$/);
  });

  test('have no search while no agency can be searched', () => {
    const sdl = `${LINK} interface Node { id: ID! } type A implements Node @key(fields: "id") { id: ID! } type Query { a: A }`;

    const { apiSdl } = composeSupergraph([published('a', sdl)]);

    expect(apiSdl).toContain('nodes(');
    expect(apiSdl).not.toContain('search(');
  });

  test.each([
    ['no type is a Node', 'type A @key(fields: "id") { id: ID! } type Query { a: A }'],
    [
      'no Node is found by its id',
      'interface Node { id: ID! } type A implements Node @shareable { id: ID! } type Query { a: A }',
    ],
    ['Node is no interface', 'type Node @key(fields: "id") { id: ID! } type Query { a: Node }'],
  ])('are left out when %s', (_, sdl) => {
    expect(composeSupergraph([published('a', `${LINK} ${sdl}`)]).supergraphSdl).not.toContain('hub:fields');
  });

  test('leave the descriptions of the agencies as they are, and give no cause for a remark', () => {
    const info = `type PageInfo @shareable { "Còn nữa" hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }`;
    const described = `${LINK} ${info} "Một bản ghi" interface Node { "Mã" id: ID! }
      "Một tổ chức" type Org implements Node @key(fields: "id") { "Mã của tổ chức" id: ID! } type Query { org: Org page: PageInfo }`;

    const { apiSdl, hints } = composeSupergraph([published('a', described)]);

    expect(apiSdl).toMatch(/"""Một bản ghi"""\ninterface Node \{\n {2}"""Mã"""\n {2}id: ID!/);
    expect(apiSdl).toMatch(/"""Một tổ chức"""\ntype Org implements Node \{\n {2}"""Mã của tổ chức"""/);
    expect(hints).toEqual([]);
  });
});

describe('the schema that clients see', () => {
  test('hides what agencies keep among themselves', () => {
    const { apiSdl, supergraphSdl } = composeSupergraph(tiny());

    expect(supergraphSdl).toContain('searchHits(');
    expect(apiSdl).not.toMatch(/searchHits|SearchHitRow|join__|@link/);
  });

  test('is the same in whatever order the agencies are named', () => {
    expect(composeSupergraph(tiny().toReversed())).toEqual(composeSupergraph(tiny()));
  });
});

describe('what does not compose is refused', () => {
  test('with every reason, and the agency at fault', () => {
    const a = published('a', `${LINK} type Query { x: Int } type T @key(fields: "nothing") { id: ID! }`);
    const b = published('b', `${LINK} type Query { y: Gone }`);

    const { code, details, text } = refusal([a, b]);

    expect(code).toBe('INVALID_INPUT');
    expect(details['reasons']).toMatchObject([
      { agency: 'a', code: 'KEY_INVALID_FIELDS', message: expect.stringContaining('nothing') },
      { agency: 'b', code: 'INVALID_GRAPHQL', message: expect.stringContaining('Gone') },
    ]);
    expect(text.vi).toContain('Không hợp nhất được');
    expect(text.en).toContain('[b] Unknown type Gone');
  });

  test('when two agencies disagree on a field', () => {
    const a = published('a', `${LINK} type Query { x: Int @shareable }`);
    const b = published('b', `${LINK} type Query { x: String @shareable }`);

    expect(refusal([a, b]).details['reasons']).toMatchObject([{ code: 'FIELD_TYPE_MISMATCH' }]);
  });

  test('when a text is no GraphQL, with its line', () => {
    expect(refusal([published('a', 'type Query {\n  x: \n}')]).details['reasons']).toMatchObject([
      { agency: 'a', code: 'INVALID_GRAPHQL', message: expect.stringMatching(/^\[a\] line 3: Syntax Error/) },
    ]);
  });

  test.each([
    ['takes the name of the hub', ['hub'], 'RESERVED_NAME'],
    ['takes the name of another', ['a', 'a'], 'REPEATED_NAME'],
  ])('when an agency %s', (_, names, code) => {
    const subgraphs = names.map((name, n) => published(name, `${LINK} type Query { x${n}: Int }`));

    expect(refusal(subgraphs).details['reasons']).toMatchObject([{ agency: names.at(-1), code }]);
  });

  test.each([
    [
      'has more',
      '@shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String total: Int }',
    ],
    ['has less', '@shareable { hasNextPage: Boolean! }'],
    [
      'is typed otherwise',
      '@shareable { hasNextPage: Int! hasPreviousPage: Boolean! startCursor: String endCursor: String }',
    ],
    [
      'is not shared',
      '{ hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }',
    ],
  ])('when the PageInfo of a joining agency %s, with what would be right', (_, body) => {
    const joining = published('joining', `${LINK} type Query { page: PageInfo } type PageInfo ${body}`);

    const { code, details, text } = refusal([...tiny(), joining]);

    expect({ code, details }).toEqual({ code: 'INVALID_INPUT', details: { agency: 'joining' } });
    expect(text.en).toContain('Declare type PageInfo @shareable { hasNextPage: Boolean!');
  });

  test('but not when a joining agency of federation 1 has the same PageInfo', () => {
    const same =
      'type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }';
    const joining = published('joining', `type Query { page: PageInfo } ${same}`);

    expect(composeSupergraph([...tiny(), joining]).apiSdl).toContain('page: PageInfo');
  });

  test('when an agency can be searched but does not say in which kinds', () => {
    const sdl = `${LINK} interface Node { id: ID! } type A implements Node @key(fields: "id") { id: ID! } type Query { searchHits: Int }`;

    expect(refusal([published('a', sdl)])).toMatchObject({ code: 'INVALID_INPUT', details: { agency: 'a' } });
  });
});
