import { HubError } from '../../schema/contract/errors.js';
import { text } from '../../schema/contract/text.js';
import { digestIn, digestOf } from './digest.js';
import { Kind, parse, type DefinitionNode } from 'graphql';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';

/** The texts of the operations that the operator knows beforehand. */
export interface Manifest {
  /** The text under an id, or under the SHA-256 of the text; nothing for one that is not there. */
  get(id: string): string | undefined;
  /** Unit: documents. */
  readonly size: number;
}

/** Largest file. Unit: bytes. */
const MAX_BYTES = 16_777_216;
/** Longest text. Unit: tokens of the GraphQL language. */
const MAX_TOKENS = 20_000;

const APOLLO = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string() })),
});

const MAP = z.record(z.string().min(1), z.string());

/**
 * Reads a manifest: Apollo's, or a plain map from ids to texts. An id in the form of a SHA-256 must be that of its text.
 *
 * @throws HubError INVALID_SETTING that names what is wrong.
 */
export function readManifest(path: string): Manifest {
  const texts = new Map<string, string>();
  for (const [id, document] of entriesIn(contentOf(path))) {
    requireSound(id, document);
    for (const key of [digestIn(id) ?? id, digestOf(document)]) put(texts, key, document);
  }
  const size = new Set(texts.values()).size;
  return { get: (id) => texts.get(digestIn(id) ?? id), size };
}

function contentOf(path: string): unknown {
  try {
    if (statSync(path).size <= MAX_BYTES) return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw wrong(
      text('không đọc được tệp JSON này', 'the file cannot be read as JSON'),
      (error as NodeJS.ErrnoException).code,
    );
  }
  throw wrong(text(`tệp lớn hơn ${MAX_BYTES} byte`, `the file is larger than ${MAX_BYTES} bytes`));
}

function entriesIn(content: unknown): readonly (readonly [string, string])[] {
  const apollo = APOLLO.safeParse(content);
  if (apollo.success) return apollo.data.operations.map(({ id, body }) => [id, body]);
  const map = MAP.safeParse(content);
  if (map.success) return Object.entries(map.data);
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

function wrong(what: ReturnType<typeof text>, where = ''): HubError {
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
