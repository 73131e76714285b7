import type { OperationRequest } from '../../schema/contract/serve.js';
import { digestIn } from './digest.js';
import { malformedExtension, mismatch } from './refusals.js';

/**
 * The id by which a request names its document: `documentId`, or the hash in Apollo's extension. A hash is in
 * lower-case hex without a prefix. Nothing where the request names none.
 *
 * Source: GraphQL over HTTP, appendix "Persisted Documents"; Apollo's protocol of automatic persisted queries.
 *
 * @throws HubError DOCUMENT_MISMATCH when both are given and differ, INVALID_INPUT for a malformed extension.
 */
export function idIn({ documentId, extensions }: OperationRequest): string | undefined {
  const named = documentId ? (digestIn(documentId) ?? documentId) : undefined;
  const persisted = extensions?.['persistedQuery'];
  const hashed = persisted === undefined ? undefined : hashIn(persisted);
  if (named !== undefined && hashed !== undefined && named !== hashed) throw mismatch();
  return named ?? hashed;
}

function hashIn(extension: unknown): string {
  const { version, sha256Hash } = (extension ?? {}) as Readonly<Record<string, unknown>>;
  const hash = typeof sha256Hash === 'string' ? digestIn(sha256Hash) : null;
  if (version !== 1 || hash === null) throw malformedExtension();
  return hash;
}

/** The request with its text, and without what stood for it. */
export function withText(asked: OperationRequest, query: string): OperationRequest {
  const { persistedQuery: _, ...extensions } = asked.extensions ?? {};
  const others = Object.keys(extensions).length > 0 ? extensions : undefined;
  return { ...asked, query, extensions: others, documentId: undefined };
}
