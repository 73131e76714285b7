import { HubError } from '../../contract/errors.js';
import { verifyHead, type Head } from '../../contract/release/head.js';
import { knownRegistryIn, type KnownRegistry } from '../../contract/release/known-registry.js';
import { text } from '../../contract/text.js';
import type { RegistryClient } from '../client/registry-client.js';
import { wrongUse, type Call } from './call.js';

/** What a file says of a registry, as a gateway is given it. @throws HubError INVALID_INPUT */
export async function knownRegistry(call: Call, file: string): Promise<KnownRegistry> {
  const known = knownRegistryIn(await call.file(file));
  if (known) return known;
  throw wrongUse(
    text(
      `${file}: cần một JSON Web Key Set có tên sổ đăng ký (registry) và khoá công khai Ed25519 của nó.`,
      `${file}: a JSON Web Key Set with the name of the registry (registry) and its public Ed25519 keys is needed.`,
    ),
  );
}

/** How old what a registry says of itself may be. Unit: milliseconds. */
const HEAD_AGE_MS = 300_000;

/**
 * Whether the registry that answers is the one that is known: before anything is signed, it has to show what only the
 * known one can have signed just now.
 *
 * @throws HubError RELEASE_REFUSED
 */
export async function assertKnown(registry: RegistryClient, known: KnownRegistry, now: Date): Promise<void> {
  knownHead(await registry.head(), known, now);
}

/** The head that the known registry signed just now. @throws HubError RELEASE_REFUSED */
export function knownHead(jws: string, known: KnownRegistry, now: Date): Head {
  const head = headOf(jws, known);
  const age = Math.abs(now.getTime() - Date.parse(head.at));
  if (head.name !== known.name || age > HEAD_AGE_MS) throw otherRegistry(known);
  return head;
}

function headOf(head: string, known: KnownRegistry): Head {
  try {
    return verifyHead(head, known.keys);
  } catch (error) {
    throw error instanceof HubError ? otherRegistry(known) : error;
  }
}

function otherRegistry({ name }: KnownRegistry): HubError {
  return new HubError(
    'RELEASE_REFUSED',
    text(
      `Nơi trả lời không chứng tỏ được là sổ đăng ký ${name}; không có gì được ký hay lấy về. Hãy đối chiếu địa chỉ, tệp khoá của sổ và đồng hồ.`,
      `What answers does not prove to be the registry ${name}; nothing was signed or taken. Compare the address, the file of its keys, and the clock.`,
    ),
    { reason: 'REGISTRY' },
  );
}
