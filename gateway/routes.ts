import { jsonAnswer, type HttpAnswer, type PageRequest, type Route } from '../schema/contract/serve.js';
import type { Example } from './explorer/example.js';
import { runnable } from './explorer/examples.js';
import { TRIAL_ROLES_PATH } from './explorer/trial.js';
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
  /** Issues tokens to try the graph with; unless given, nobody does. */
  readonly trial?: TrialDesk;
}

/** Where trial tokens are asked for. */
export interface TrialDesk {
  /** For which they are issued. */
  readonly roles: readonly string[];
  readonly route: Route;
}

/** Where those who check a gateway's tokens look for its keys. */
const KEYS_PATH = '/.well-known/jwks.json';

/** The routes to what a gateway shows beside the graph. */
export function routesTo(
  { explorer, examples = [], publicKeys, trial }: Shown,
  schema: GraphQLSchema,
): readonly Route[] {
  const keys = publicKeys && jsonAnswer(200, publicKeys);
  const ownKeys: Route = ({ path }) => (path === KEYS_PATH && keys ? keys : null);
  const own = trial ? [ownKeys, trial.route] : [ownKeys];
  if (!explorer) return own;
  const offered = once(() => jsonAnswer(200, runnable(examples, schema)));
  return [
    ...own,
    ({ path }) => (path === TRIAL_ROLES_PATH ? jsonAnswer(200, trial?.roles ?? []) : null),
    ({ path }) => (path === '/examples.json' ? offered() : null),
    ({ path, headers }) => explorer.respond(path, headers),
  ];
}

/** Makes something when it is first wanted. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
