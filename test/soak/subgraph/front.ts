import { IDLE_MOODS, MOODS, type Made, type Mood } from './moods.js';
import { tellEvents, type Telling } from './telling.js';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Pool } from 'undici';

/** What stands behind the front. */
export interface FrontOptions {
  /** Address of the subgraph itself. */
  readonly behind: string;
  /** Where those who follow a redirect are led. */
  readonly lure: string;
  readonly mood: () => Mood;
  readonly telling: Telling;
}

/** What the world sees of a subgraph: in the present mood, except for what only asks whether it is there. */
export function frontOf({ behind, lure, mood, telling }: FrontOptions): Server {
  const pool = new Pool(behind);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.headers.accept === 'text/event-stream' && mood() === 'well')
      return tellEvents(telling, request, response);
    const isWork = request.url === '/graphql';
    const present = isWork ? mood() : 'well';
    const made = IDLE_MOODS.has(present) ? NOTHING : await madeBy(pool, request);
    return MOODS[present](response, made, lure);
  };
  return createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
}

const NOTHING: Made = { status: 500, body: Buffer.alloc(0) };

async function madeBy(pool: Pool, request: IncomingMessage): Promise<Made> {
  const { method = 'GET', url = '/', headers } = request;
  const { 'content-type': type = 'application/json', authorization } = headers;
  const answer = await pool.request({
    method,
    path: url,
    headers: { 'content-type': type, ...(authorization && { authorization }) },
    body: method === 'POST' ? await buffer(request) : null,
  });
  return { status: answer.statusCode, body: Buffer.from(await answer.body.arrayBuffer()) };
}
