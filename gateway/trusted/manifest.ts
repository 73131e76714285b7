import { HubError } from '../../schema/contract/errors.js';
import type { SaidClient } from '../../schema/contract/serve.js';
import { text, type Text } from '../../schema/contract/text.js';
import { readText } from '../files/read.js';
import type { Pace } from '../supergraph/pace.js';
import { digestIn, digestOf } from './digest.js';
import { Kind, parse, type DefinitionNode } from 'graphql';
import { z } from 'zod';

/** The texts of the operations that the operator knows beforehand. */
export interface Manifest {
  /** The text under an id, or under the SHA-256 of the text; nothing for one that is not there. */
  get(id: string): string | undefined;
  /** The program whose document it is; nothing where the file does not say. */
  clientOf(id: string): SaidClient | undefined;
  /** Unit: documents. */
  readonly size: number;
}

/** Largest file. Unit: bytes. */
const MAX_BYTES = 16_777_216;
/** Longest name or version of a client. Unit: characters. */
const MAX_CLIENT = 100;
/** Longest text. Unit: tokens of the GraphQL language. */
const MAX_TOKENS = 20_000;

const APOLLO = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.unknown()),
});
const OPERATION = z.object({
  id: z.string().min(1),
  body: z.string(),
  clientName: z.string().max(MAX_CLIENT).nullish(),
  clientVersion: z.string().max(MAX_CLIENT).nullish(),
});

const MAP = z.record(z.string().min(1), z.unknown());
const BODY = z.string();

/** Work between two breaks. Unit: milliseconds. */
const PIECE_MS = 5;

/**
 * Reads the text of a manifest's file; what it holds is found by {@link manifestIn}.
 *
 * @throws HubError INVALID_SETTING that tells why it cannot be read.
 */
export function readManifestFile(path: string): Promise<string> {
  return readText(path, { maxBytes: MAX_BYTES, refusal: wrong });
}

/**
 * Checks a manifest: Apollo's, or a plain map from ids to texts. An id in the form of a SHA-256 must be that of its text.
 *
 * @param pace the breaks that are made for requests meanwhile; only JSON is read in one piece, the largest in 50 ms
 * @throws HubError INVALID_SETTING that names what is wrong.
 */
export async function manifestIn(json: string, pace: Pace): Promise<Manifest> {
  const texts = new Map<string, string>();
  const clients = new Map<string, SaidClient>();
  let size = 0;
  let began = performance.now();
  for (const { id, document, client } of entriesIn(contentOf(json))) {
    requireSound(id, document);
    if (client) clients.set(digestOf(document), client);
    const digest = digestOf(document);
    if (!texts.has(digest)) size += 1;
    for (const key of [digestIn(id) ?? id, digest]) put(texts, key, document);
    if (performance.now() - began < PIECE_MS) continue;
    await pace.rest();
    began = performance.now();
  }
  const get = (id: string): string | undefined => texts.get(digestIn(id) ?? id);
  const clientOf = (id: string): SaidClient | undefined => clients.get(digestOf(get(id) ?? ''));
  return { get, clientOf, size };
}

function contentOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw wrong(text('tệp không phải JSON', 'the file is no JSON'));
  }
}

/** A document with its id, and the program whose it is. */
interface Entry {
  readonly id: string;
  readonly document: string;
  readonly client?: SaidClient;
}

/** One entry after the other, so that breaks can be made. */
function* entriesIn(content: unknown): Generator<Entry, void> {
  const apollo = APOLLO.safeParse(content);
  if (apollo.success) {
    for (const each of apollo.data.operations) {
      const { id, body, clientName, clientVersion } = required(OPERATION.safeParse(each));
      yield { id, document: body, client: clientNamed(clientName, clientVersion) };
    }
    return;
  }
  const map = required(MAP.safeParse(content));
  for (const [id, body] of Object.entries(map)) yield { id, document: required(BODY.safeParse(body)) };
}

function clientNamed(name?: string | null, version?: string | null): SaidClient | undefined {
  if (!name) return undefined;
  return { name, ...(version && { version }), isRegistered: true };
}

function required<Found>({ data }: { readonly data?: Found }): Found {
  if (data !== undefined) return data;
  throw wrong(
    text(
      'tệp không phải bản kê apollo-persisted-query-manifest, cũng không phải bảng từ mã tới văn bản',
      'the file is neither an apollo-persisted-query-manifest nor a map from ids to texts',
    ),
  );
}

function put(texts: Map<string, string>, key: string, document: string): void {
  if ((texts.get(key) ?? document) !== document)
    throw wrong(text('hai văn bản có cùng một mã', 'two texts have the same id'), key);
  texts.set(key, document);
}

function requireSound(id: string, document: string): void {
  const digest = digestIn(id);
  if (digest !== null && digest !== digestOf(document))
    throw wrong(text('mã SHA-256 không phải của văn bản', 'a SHA-256 is not that of its text'), id);
  if (!isExecutable(document))
    throw wrong(text('văn bản không phải thao tác GraphQL', 'a text is no GraphQL operation'), id);
}

const EXECUTABLE: ReadonlySet<string> = new Set([Kind.OPERATION_DEFINITION, Kind.FRAGMENT_DEFINITION]);

function isExecutable(document: string): boolean {
  try {
    const { definitions } = parse(document, { noLocation: true, maxTokens: MAX_TOKENS });
    return definitions.every(({ kind }) => EXECUTABLE.has(kind)) && definitions.some(isOperation);
  } catch {
    return false;
  }
}

function isOperation({ kind }: DefinitionNode): boolean {
  return kind === Kind.OPERATION_DEFINITION;
}

/** How much of what is wrong is repeated. Unit: characters. */
const TOLD_LENGTH = 80;

function wrong(what: Text, where = ''): HubError {
  const place = where && ` (${where.slice(0, TOLD_LENGTH)})`;
  return new HubError(
    'INVALID_SETTING',
    text(
      `Thiết lập TRUSTED_DOCUMENTS không hợp lệ: ${what.vi}${place}; xem docs/settings.md.`,
      `Setting TRUSTED_DOCUMENTS is wrong: ${what.en}${place}; see docs/settings.md.`,
    ),
    { setting: 'TRUSTED_DOCUMENTS' },
  );
}
