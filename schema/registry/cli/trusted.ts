import { publicKeysOf, type PublicKeys } from '../../contract/release/keys.js';
import { PUBLIC_JWK } from '../../contract/release/terms.js';
import { text } from '../../contract/text.js';
import { wrongUse, type Call } from './call.js';
import { z } from 'zod';

const KEY_SET = z.object({ keys: z.array(PUBLIC_JWK.loose()).min(1) });

/** The keys of registries in a JSON Web Key Set, as a gateway is given them. @throws HubError INVALID_INPUT */
export async function trustedKeys(call: Call, file: string): Promise<PublicKeys> {
  const read = KEY_SET.safeParse(jsonOf(await call.file(file)));
  if (read.success) return publicKeysOf(read.data.keys.map(({ kty, crv, x }) => ({ kty, crv, x })));
  throw wrongUse(
    text(
      `${file}: cần một JSON Web Key Set có khoá công khai Ed25519 của sổ đăng ký.`,
      `${file}: a JSON Web Key Set with public Ed25519 keys of registries is needed.`,
    ),
  );
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
