import { addressOf, type Address } from '../../schema/contract/release/address.js';
import type { SigningKey } from '../../schema/contract/release/keys.js';
import { signStatement } from '../../schema/contract/release/sign.js';
import type { Statement } from '../../schema/contract/release/statements.js';
import type { ChannelRelease } from '../../schema/contract/release/wire.js';

/** What a release of a test says otherwise than the usual one. */
export interface ReleaseChanges {
  readonly channel?: string;
  /** Another registry that released it. */
  readonly registry?: string;
  readonly number?: number;
  readonly key?: SigningKey;
  readonly opened?: readonly string[];
  /** Served at the address of the supergraph in place of it. */
  readonly text?: string;
  /** Changes what is served after it was signed. */
  readonly altered?: (release: ChannelRelease) => ChannelRelease;
}

/** What is released, and whose key signs it unless the changes say otherwise. */
export interface Releasing {
  readonly supergraph: Address;
  readonly number: number;
  readonly key: SigningKey;
}

/** What the registry of tests is called. */
export const REGISTRY = 'A registry of a test';

/** A release as a registry signs it. */
export async function signedRelease(
  { supergraph, number, key: usual }: Releasing,
  { channel = 'production', registry = REGISTRY, key = usual, opened = [] }: ReleaseChanges,
): Promise<ChannelRelease> {
  const said = { by: 'REGISTRY', registry, at: new Date().toISOString() } as const;
  const composed = await signStatement(
    {
      kind: 'COMPOSED',
      ...said,
      nonce: crypto.randomUUID(),
      supergraph,
      api: NOWHERE,
      law: NOWHERE,
      subgraphs: [],
      opened: [...opened],
    },
    key,
  );
  const pointing = { channel, number, composed: addressOf(composed), cause: NOWHERE };
  const pointed: Statement = { kind: 'POINTED', ...said, nonce: crypto.randomUUID(), ...pointing };
  return { channel, number, supergraph, composed, pointed: await signStatement(pointed, key) };
}

const NOWHERE = addressOf('');
