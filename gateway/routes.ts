import { jsonAnswer, type HttpAnswer, type PageRequest, type Route } from '../schema/contract/serve.js';
import type { Example } from './explorer/example.js';
import { runnable } from './explorer/examples.js';
import type { GraphQLSchema } from 'graphql';
import type { JSONWebKeySet } from 'jose';

/** The sandbox's pages. */
export interface Pages {
  /** Answers GET or HEAD of a path; `null` for a path that is not the sandbox's. */
  respond(path: string, headers: PageRequest['headers']): HttpAnswer | null;
}

/** What a gateway shows beside the graph. */
export interface Shown {
  readonly explorer?: Pages;
  /** Questions that the sandbox offers, as far as this supergraph can answer them. */
  readonly examples?: readonly Example[];
  /** What subgraphs check this gateway's tokens with; shown to everybody. */
  readonly publicKeys?: JSONWebKeySet;
}

/** Where those who check a gateway's tokens look for its keys. */
const KEYS_PATH = '/.well-known/jwks.json';

/** The routes to what a gateway shows beside the graph. */
export function routesTo(
  { explorer, examples = [], publicKeys }: Shown,
  schema: GraphQLSchema,
): readonly Route[] {
  const keys = publicKeys && jsonAnswer(200, publicKeys);
  const ownKeys: Route = ({ path }) => (path === KEYS_PATH && keys ? keys : null);
  if (!explorer) return [ownKeys];
  const offered = once(() => jsonAnswer(200, runnable(examples, schema)));
  return [
    ownKeys,
    ({ path }) => (path === '/examples.json' ? offered() : null),
    ({ path, headers }) => explorer.respond(path, headers),
  ];
}

/** Makes something when it is first wanted. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
