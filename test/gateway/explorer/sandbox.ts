import { AUDIENCES, type Audience } from '../../../gateway/explorer/audiences.js';
import type { Example } from '../../../gateway/explorer/example.js';
import type { Explorer } from '../../../gateway/explorer/files.js';
import { both } from '../../../schema/contract/text.js';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { buildSchema, graphql } from 'graphql';

/** A description that would run a script and fetch a picture, if descriptions were more than text. */
export const HOSTILE =
  'Hostile <img src=x onerror="globalThis.hacked = 1"> <script>globalThis.hacked = 1</script> ' +
  '![p](https://evil.example/p.png) [l](javascript:globalThis.hacked=1) https://evil.example/';

const SCHEMA = buildSchema(`
  """${both('Đồ thị thử của ba cơ quan.', 'A small graph of three agencies.')}"""
  schema { query: Query }

  type Query {
    """${both('Tổ chức công đoàn theo tên.', 'Trade unions, by their name.')}"""
    unions(
      """${both('Tên cần tìm.', 'The name to look for.')}"""
      name: String
    ): [Union!]!
    "${HOSTILE.replaceAll('"', '\\"')}"
    hostile: String
    fails: String
  }

  """${both('Một tổ chức công đoàn.', 'A trade union at any level.')}"""
  type Union {
    """${both('Tên gọi chính thức.', 'Official name.')}"""
    name: String!
    """${both('Số đoàn viên.', 'Members, in people.')}"""
    memberCount: Int!
  }
`);

const UNIONS = [
  { name: 'Liên đoàn Lao động tỉnh Bắc Giang', memberCount: 288_396 },
  { name: '<img src=x onerror="globalThis.hacked = 1">', memberCount: 7 },
];

const ROOT = {
  unions: ({ name }: { readonly name?: string }) => UNIONS.filter((union) => union.name.includes(name ?? '')),
  hostile: () => HOSTILE,
  fails: () => {
    throw new Error('This field always fails.');
  },
};

/** One example for every audience and more for the first; the last one fails. */
export const EXAMPLES: readonly Example[] = [
  example(
    'Q01',
    'Công đoàn Bắc Giang có bao nhiêu đoàn viên?',
    'How many members has the union of Bắc Giang?',
    {
      query: 'query ByName($name: String) {\n  unions(name: $name) {\n    name\n    memberCount\n  }\n}',
      variables: { name: 'Bắc Giang' },
    },
  ),
  example('Q02', 'Tên của mọi tổ chức công đoàn là gì?', 'What are all unions called?', {
    group: 'VGCL officer',
    query: '{\n  unions {\n    name\n  }\n}',
  }),
  example('Q03', 'Điều gì xảy ra khi một trường bị lỗi?', 'What happens when a field fails?', {
    group: 'journalist',
    query: 'query Fails {\n  fails\n}',
  }),
];

function example(id: string, vi: string, en: string, rest: Partial<Example>): Example {
  const group = Object.keys(AUDIENCES)[0] as Audience;
  return { id, group, vi, en, query: '', variables: {}, ...rest };
}

/** Serves a sandbox, its examples and the graph they ask, on a free port. */
export async function serve(explorer: Explorer, examples: readonly Example[] = EXAMPLES): Promise<Server> {
  const server = createServer((request, response) => {
    answer(explorer, examples, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Where a server of {@link serve} answers. */
export function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function answer(
  explorer: Explorer,
  examples: readonly Example[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://hub');
  if (pathname === '/graphql') return json(response, await execute(request));
  if (pathname === '/examples.json') return json(response, examples);
  const found = explorer.respond(pathname, request.headers);
  if (found) response.writeHead(found.status, found.headers).end(found.body);
  else response.writeHead(404).end();
}

async function execute(request: IncomingMessage): Promise<unknown> {
  const { query, variables, operationName } = JSON.parse(await readText(request)) as {
    readonly query: string;
    readonly variables?: Record<string, unknown>;
    readonly operationName?: string;
  };
  return graphql({
    schema: SCHEMA,
    rootValue: ROOT,
    source: query,
    variableValues: variables,
    operationName,
  });
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
