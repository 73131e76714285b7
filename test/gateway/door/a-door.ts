import { DOOR_SETTINGS, type DoorSettings } from '../../../gateway/door/settings.js';
import { readSettings } from '../../../schema/contract/settings.js';
import { POST, send, type Sent } from '../http/send.js';

/** The settings of a door as an operator would give them. */
export function aDoor(environment: Readonly<Record<string, string>>): DoorSettings {
  return readSettings(DOOR_SETTINGS, environment);
}

/** Sends a body as JSON. */
export function post(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Sent> {
  return send(`${url}/graphql`, { ...POST, headers: { ...POST.headers, ...headers } }, [
    JSON.stringify(body),
  ]);
}

/** The codes of an answer's errors. */
export function codesIn({ body }: Sent): readonly unknown[] {
  const { errors = [] } = JSON.parse(body) as { readonly errors?: readonly Coded[] };
  return errors.map(({ extensions }) => extensions.code);
}

interface Coded {
  readonly extensions: { readonly code: string };
}
