import { ADDRESS } from './address.js';
import {
  AGENCY_NAME,
  CHANNEL_NAME,
  COORDINATE,
  GRANTED_COORDINATE,
  INSTANT,
  LAUNCH_REASON,
  MEASURES,
  PUBLIC_JWK,
  REGISTRY_NAME,
  SUBGRAPH_NAME,
  WORDS,
} from './terms.js';
import { z } from 'zod';

/** What an agency may be allowed to do to what another one owns. */
export const RIGHTS = [
  'EXTEND',
  'DEFINE',
  'OVERRIDE',
  'REQUIRE',
  'REFERENCE',
  'UNPROTECT',
  'BREAK',
  'CEDE',
  'CONTRACT',
] as const;

/** One of {@link RIGHTS}. */
export type Right = (typeof RIGHTS)[number];

/** Those who act in the registry and are no agency. */
export const ROLES = ['OPERATOR', 'GATEWAY', 'REGISTRY'] as const;

/** One of {@link ROLES}. */
export type KeyRole = (typeof ROLES)[number];

/** What every statement says beside its own: who, to which registry, when, and a word that no other statement has. */
const SAID = {
  /** An agency's name, or a role. */
  by: z.union([z.enum(ROLES), AGENCY_NAME]),
  /** The one registry that may take it; of FOUNDED, the name by which the registry goes from then on. */
  registry: REGISTRY_NAME,
  at: INSTANT,
  nonce: z.string().regex(/^[\w-]{16,64}$/),
};

const KEY_OWNER = { agency: AGENCY_NAME.optional(), role: z.enum(ROLES).optional() };

/** Breaking changes that are taken upon oneself where nobody's use is known. */
const ACCEPTS = z
  .array(z.strictObject({ coordinate: COORDINATE, reason: WORDS }))
  .max(200)
  .readonly();

/** Which version of each subgraph. */
const VERSIONS = z
  .array(z.strictObject({ name: SUBGRAPH_NAME, publication: ADDRESS }))
  .max(1_000)
  .readonly();

const STATEMENTS = [
  z.strictObject({
    kind: z.literal('FOUNDED'),
    ...SAID,
    registryKey: PUBLIC_JWK,
    operatorKeys: z.array(PUBLIC_JWK).min(1).max(20).readonly(),
    law: ADDRESS,
  }),
  z.strictObject({
    kind: z.literal('KEY_ADDED'),
    ...SAID,
    ...KEY_OWNER,
    publicJwk: PUBLIC_JWK,
    until: INSTANT.optional(),
  }),
  z.strictObject({ kind: z.literal('KEY_REVOKED'), ...SAID, kid: z.string().max(100), reason: WORDS }),
  z.strictObject({ kind: z.literal('LAW_MADE'), ...SAID, law: ADDRESS, message: WORDS }),
  z.strictObject({
    kind: z.literal('PUBLISHED'),
    ...SAID,
    subgraph: SUBGRAPH_NAME,
    sdl: ADDRESS,
    url: z.string().max(2_000),
    channel: CHANNEL_NAME,
    commit: z.string().max(200).optional(),
    message: WORDS,
    accepts: ACCEPTS,
    base: ADDRESS.optional(),
  }),
  z.strictObject({
    kind: z.literal('WITHDREW_SUBGRAPH'),
    ...SAID,
    subgraph: SUBGRAPH_NAME,
    channel: CHANNEL_NAME,
    reason: WORDS,
  }),
  z.strictObject({
    kind: z.literal('APPROVED'),
    ...SAID,
    to: AGENCY_NAME,
    rights: z
      .array(z.strictObject({ right: z.enum(RIGHTS), coordinate: GRANTED_COORDINATE }))
      .min(1)
      .max(200)
      .readonly(),
    until: INSTANT.optional(),
    sdl: ADDRESS.optional(),
    reason: WORDS,
  }),
  z.strictObject({ kind: z.literal('APPROVAL_WITHDRAWN'), ...SAID, approval: ADDRESS, reason: WORDS }),
  z.strictObject({ kind: z.literal('CHANNEL_MADE'), ...SAID, channel: CHANNEL_NAME, description: WORDS }),
  z.strictObject({
    kind: z.literal('COMPOSED'),
    ...SAID,
    supergraph: ADDRESS,
    api: ADDRESS,
    subgraphs: VERSIONS,
    law: ADDRESS,
    opened: z.array(COORDINATE).max(2_000).readonly(),
    report: ADDRESS.optional(),
  }),
  z.strictObject({
    kind: z.literal('POINTED'),
    ...SAID,
    channel: CHANNEL_NAME,
    number: z.int().min(1),
    composed: ADDRESS,
    /** The statement that moved the channel. */
    cause: ADDRESS,
  }),
  z.strictObject({
    kind: z.literal('ROLLED_BACK'),
    ...SAID,
    channel: CHANNEL_NAME,
    to: ADDRESS,
    /** The number of the release that is left: nothing happens once the channel serves another one. */
    leaving: z.int().min(1).optional(),
    reason: WORDS,
  }),
  z.strictObject({
    kind: z.literal('PROMOTED'),
    ...SAID,
    from: CHANNEL_NAME,
    to: CHANNEL_NAME,
    subgraphs: z.array(SUBGRAPH_NAME).min(1).max(1_000).readonly().optional(),
    /** What is promoted, exactly; absent from old statements alone, which nobody may say any more. */
    versions: VERSIONS.optional(),
    accepts: ACCEPTS,
  }),
  z.strictObject({
    kind: z.literal('OUTCOME'),
    ...SAID,
    channel: CHANNEL_NAME,
    number: z.int().min(1),
    outcome: z.enum(['LAUNCHED', 'REFUSED', 'RETURNED']),
    reason: LAUNCH_REASON.optional(),
    measures: MEASURES.optional(),
  }),
  z.strictObject({
    kind: z.literal('DOCUMENTS_REGISTERED'),
    ...SAID,
    client: z.string().min(1).max(100),
    version: z.string().min(1).max(100),
    /** The address of a JSON list of the documents' texts; an empty list ends the registration. */
    documents: ADDRESS,
  }),
] as const;

/** What anybody may say in the registry, as it comes from outside. */
export const STATEMENT = z.discriminatedUnion('kind', STATEMENTS);

/** What was said: one entry of the registry's log, before it is signed. */
export type Statement = z.infer<typeof STATEMENT>;

/** The kinds of statements. */
export type StatementKind = Statement['kind'];

/** A statement of one kind. */
export type StatementOf<Kind extends StatementKind> = Extract<Statement, { readonly kind: Kind }>;
