import { callerCheck } from './gateway-token.js';
import { resolvers } from './resolvers.js';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/http';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const typeDefs = parse(readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'));

/** The subgraph's schema with its resolvers. */
export const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);

/** The HTTP server: `/graphql` for the gateway, `/health` for whoever watches over the process. */
export function subgraphServer(environment) {
  const callerOf = callerCheck('__SUBGRAPH__', environment);
  const answer = createHandler({ schema, context: ({ raw }) => ({ caller: raw.caller }) });
  return createServer(async (request, response) => {
    if (request.url === '/health') return end(response, 200, 'ok');
    if (request.url !== '/graphql') return end(response, 404, 'not found');
    try {
      request.caller = await callerOf(request.headers.authorization);
    } catch {
      return end(response, 401, 'only the gateway may ask');
    }
    return answer(request, response);
  });
}

function end(response, status, words) {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(words);
}
