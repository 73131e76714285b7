import type { OperationRequest } from './app.js';
import { REFUSED, RefusedRequest, repeatedParameter, wrongParameter } from './refusals.js';

/** The parameters of a request by their names, of any form. */
export type Parameters = Readonly<Record<string, unknown>>;

/**
 * What a client asks.
 *
 * @throws RefusedRequest when there is nothing to run, or a parameter has the wrong form.
 */
export function operationAsked(parameters: Parameters): OperationRequest {
  const query = stringIn(parameters, 'query');
  const extensions = mapIn(parameters, 'extensions');
  // Apollo has an answer of its own for whoever sends the name of a text in place of the text.
  if (!query && !extensions?.['persistedQuery']) throw new RefusedRequest(REFUSED.missingQuery);
  return {
    query,
    operationName: stringIn(parameters, 'operationName'),
    variables: mapIn(parameters, 'variables') ?? {},
    extensions,
  };
}

/**
 * The parameters in the body of a POST request.
 *
 * @throws RefusedRequest when it holds anything else, such as a list of operations.
 */
export function parametersInBody(body: unknown): Parameters {
  if (isMap(body)) return body;
  throw new RefusedRequest(REFUSED.notOneOperation);
}

/**
 * The parameters in the query string of a GET request.
 *
 * @throws RefusedRequest when one is not JSON that should be.
 */
export function parametersInSearch(search: URLSearchParams): Parameters {
  return Object.fromEntries(
    [...search].map(([name, text]) => [name, MAPS.has(name) ? mapOf(name, text) : text]),
  );
}

/**
 * The query string of a GET request, without the parameters that say nothing.
 *
 * @throws RefusedRequest when one is given more than once.
 */
export function searchIn(search: string): URLSearchParams {
  const given = new URLSearchParams(search);
  for (const name of NAMES)
    if (given.getAll(name).length > 1) throw new RefusedRequest(repeatedParameter(name));
  for (const [name, text] of NOTHING) given.delete(name, text);
  return given;
}

const NAMES = ['query', 'operationName', 'variables', 'extensions'] as const;

const MAPS: ReadonlySet<string> = new Set(['variables', 'extensions']);

/** What stands in a query string for a parameter that is not given. */
const NOTHING = [
  ['operationName', ''],
  ['variables', 'null'],
  ['extensions', 'null'],
] as const;

function mapOf(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedRequest(wrongParameter(name, 'map'));
  }
}

function stringIn(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw new RefusedRequest(wrongParameter(name, 'string'));
}

function mapIn(parameters: Parameters, name: string): Parameters | undefined {
  const value = parameters[name] ?? undefined;
  if (value === undefined || isMap(value)) return value;
  throw new RefusedRequest(wrongParameter(name, 'map'));
}

function isMap(value: unknown): value is Parameters {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
