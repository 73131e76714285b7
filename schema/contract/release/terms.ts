import { z } from 'zod';

/** The name of an agency: its part of every refusal and approval. */
export const AGENCY_NAME = z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/);

/** The name of a subgraph, as it stands in the supergraph. */
export const SUBGRAPH_NAME = z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/);

/** The name of a channel, such as `production`. */
export const CHANNEL_NAME = z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/);

/** What a registry is called. Unit: characters. */
export const REGISTRY_NAME = z.string().min(1).max(200);

/** An instant in UTC, as `new Date().toISOString()` writes it. */
export const INSTANT = z.iso.datetime();

/** A reason or a message of people, for people. Unit: characters. */
export const WORDS = z.string().min(1).max(2_000);

/** A place in a schema: `Type`, `Type.field`, `Type.field(argument:)` or `@directive(argument:)`. */
export const COORDINATE = z
  .string()
  .regex(/^@?[_A-Za-z]\w*(\.\w+)?(\(\w+:\))?$/)
  .max(400);

/** What an approval is about: `Type`, `Type.field` or all fields, `Type.*`. */
export const GRANTED_COORDINATE = z
  .string()
  .regex(/^[_A-Za-z]\w*(\.(\w+|\*)(\(\w+:\))?)?$/)
  .max(400);

/** A public Ed25519 key. Source: RFC 8037. */
export const PUBLIC_JWK = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
});

/** Why a gateway refused a release or left it. */
export const LAUNCH_REASON = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{0,62}$/),
  text: z.strictObject({ vi: z.string().max(4_000), en: z.string().max(4_000) }),
});

/** What a gateway measured at a launch, such as `p99Ms`. */
export const MEASURES = z
  .record(z.string().max(100), z.union([z.number(), z.string().max(1_000), z.boolean()]))
  .refine((measures) => Object.keys(measures).length <= 100);

/** A public key as it stands in statements. */
export type PublicJwk = z.infer<typeof PUBLIC_JWK>;

/** A private Ed25519 key as it stands in a key file. Source: RFC 8037. */
export const PRIVATE_JWK = PUBLIC_JWK.extend({ d: z.string().regex(/^[\w-]{43}$/) });

/** A private key as it stands in a key file. */
export type PrivateJwk = z.infer<typeof PRIVATE_JWK>;
