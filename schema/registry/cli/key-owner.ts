import { ROLES, type KeyRole } from '../../contract/release/statements.js';
import { PUBLIC_JWK, type PublicJwk } from '../../contract/release/terms.js';
import { text } from '../../contract/text.js';
import { wrongUse, type Call } from './call.js';
import type { CommandOption } from './command.js';

/** Whose a key is to be. */
export const KEY_OWNER_OPTIONS: readonly CommandOption[] = [
  { name: 'agency', value: 'name', summary: text('khoá của cơ quan này', 'a key of this agency') },
  {
    name: 'role',
    value: 'role',
    choices: ROLES,
    summary: text('khoá của vai trò này', 'a key of this role'),
  },
];

/** Whose a key is to be: one of both. @throws HubError INVALID_INPUT */
export function keyOwnerOf(call: Call): { readonly agency: string } | { readonly role: KeyRole } {
  const agency = call.option('agency');
  const role = ROLES.find((each) => each === call.option('role'));
  if (agency !== undefined && role === undefined) return { agency };
  if (role !== undefined && agency === undefined) return { role };
  throw wrongUse(
    text('Hãy nêu --agency hoặc --role, đúng một trong hai.', 'Name --agency or --role, one of the two.'),
  );
}

/** A public key from the words that `hub keys make` printed, or from a file of them. @throws HubError INVALID_INPUT */
export async function publicKeyOf(call: Call, given: string): Promise<PublicJwk> {
  const written = given.trimStart().startsWith('{') ? given : await call.file(given);
  const key = PUBLIC_JWK.safeParse(jsonOf(written));
  if (key.success) return key.data;
  throw wrongUse(
    text('Cần một khoá công khai Ed25519 dạng JWK.', 'A public Ed25519 key as a JWK is needed.'),
  );
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
