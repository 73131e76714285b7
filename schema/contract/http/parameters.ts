import type { OperationRequest } from './app.js';
import { refuseCredentials } from './credentials.js';
import type { Door, FoundDocument } from './door.js';
import { isTooDeep } from './json-depth.js';
import { REFUSED, RefusedRequest, repeatedParameter, wrongParameter } from './refusals.js';

/** The parameters of a request by their names, of any form. */
export type Parameters = Readonly<Record<string, unknown>>;

/**
 * What a client asks.
 *
 * @throws RefusedRequest when there is nothing to run, a parameter has the wrong form, or one holds a credential.
 */
function operationAsked(parameters: Parameters): OperationRequest {
  return withText(operationNamed(parameters));
}

/**
 * What a client asks, with the text of the document that it names.
 *
 * @throws RefusedRequest as {@link operationAsked} does.
 * @throws HubError as `Door.documentFor` does.
 */
export async function operationFound(
  parameters: Parameters,
  documentFor: FindDocument | undefined,
): Promise<FoundDocument> {
  if (!documentFor) return { asked: operationAsked(parameters) };
  const { asked, keep } = await documentFor(operationNamed(parameters));
  return { asked: withText(asked), keep };
}

type FindDocument = NonNullable<Door<never>['documentFor']>;

function operationNamed(parameters: Parameters): OperationRequest {
  refuseCredentials(Object.keys(parameters));
  return {
    query: stringIn(parameters, 'query'),
    operationName: stringIn(parameters, 'operationName'),
    variables: mapIn(parameters, 'variables') ?? {},
    extensions: mapIn(parameters, 'extensions'),
    documentId: stringIn(parameters, 'documentId'),
  };
}

function withText(asked: OperationRequest): OperationRequest {
  // Apollo has an answer of its own for whoever sends the name of a text in place of the text.
  if (asked.query || asked.extensions?.['persistedQuery']) return asked;
  throw new RefusedRequest(REFUSED.missingQuery);
}

/**
 * The parameters of one operation, from the body of a POST request.
 *
 * @throws RefusedRequest when it is anything else.
 */
export function parametersIn(body: unknown): Parameters {
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

/** The query string of a GET request that asks what was understood, and nothing else. */
export function searchFor({ query, operationName, variables, extensions }: OperationRequest): string {
  const given = new URLSearchParams({ variables: JSON.stringify(variables) });
  if (query !== undefined) given.set('query', query);
  if (operationName !== undefined) given.set('operationName', operationName);
  if (extensions) given.set('extensions', JSON.stringify(extensions));
  return given.toString();
}

const NAMES = ['query', 'operationName', 'variables', 'extensions', 'documentId'] as const;

const MAPS: ReadonlySet<string> = new Set(['variables', 'extensions']);

/** What stands in a query string for a parameter that is not given. */
const NOTHING = [
  ['operationName', ''],
  ['variables', 'null'],
  ['extensions', 'null'],
  ['documentId', ''],
] as const;

function mapOf(name: string, text: string): unknown {
  if (isTooDeep(Buffer.from(text))) throw new RefusedRequest(REFUSED.tooDeepJson);
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
