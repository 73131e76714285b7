import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key pair of a gateway, in files as an operator would give them. */
export interface KeyPairFiles {
  readonly privateFile: string;
  readonly publicFile: string;
}

/** Writes a new Ed25519 key pair into a folder. */
export function keyPairIn(folder: string): KeyPairFiles {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const files = { privateFile: join(folder, 'private.pem'), publicFile: join(folder, 'public.pem') };
  writeFileSync(files.privateFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(files.publicFile, publicKey.export({ type: 'spki', format: 'pem' }));
  return files;
}
