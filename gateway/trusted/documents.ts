import type { Door, FoundDocument } from '../../schema/contract/http/door.js';
import type { Logger } from '../../schema/contract/log.js';
import type { OperationRequest } from '../../schema/contract/serve.js';
import { digestOf } from './digest.js';
import { openKnown, type KnownDocuments } from './known.js';
import { idIn, withText } from './named.js';
import { mismatch, notFound, notTrusted } from './refusals.js';
import { RegisteredDocuments, type SharedTexts } from './registered.js';
import type { TrustedSettings } from './settings.js';

/** Finds the document that a request names; see `Door.documentFor`. */
export type FindDocument = NonNullable<Door<never>['documentFor']>;

/** What finds documents by their ids. */
export interface Documents {
  readonly find: FindDocument;
  /** Lets go of the file of the trusted ones. */
  close(): void;
}

/** Where documents are found. */
interface Shelves {
  readonly known?: KnownDocuments;
  readonly isStrict: boolean;
  readonly registered?: RegisteredDocuments;
}

/**
 * Makes what finds documents by their ids; nothing where none are to be found.
 *
 * @param shared texts that clients registered at other gateways
 * @throws HubError INVALID_SETTING when the file of the documents is missing or wrong.
 */
export async function openDocuments(
  settings: TrustedSettings,
  log: Logger,
  shared?: SharedTexts,
): Promise<Documents | undefined> {
  const { APQ, APQ_CACHE_BYTES, TRUSTED_DOCUMENTS_MODE: mode } = settings;
  if (mode === 'off' && !APQ) return undefined;
  const isStrict = mode === 'strict';
  const shelves: Shelves = {
    known: mode === 'off' ? undefined : await openKnown(settings, log),
    isStrict,
    registered: APQ && !isStrict ? new RegisteredDocuments(APQ_CACHE_BYTES, shared) : undefined,
  };
  return { find: (asked) => find(asked, shelves), close: () => shelves.known?.close() };
}

function find(
  asked: OperationRequest,
  { known, isStrict, registered }: Shelves,
): FoundDocument | Promise<FoundDocument> {
  const id = idIn(asked);
  const document = id === undefined ? undefined : known?.get(id);
  if (id !== undefined && document !== undefined) {
    const client = known?.clientOf(id);
    return { asked: { ...trusted(asked, document), isTrusted: true, ...(client && { client }) } };
  }
  if (isStrict) throw notTrusted();
  if (id === undefined) return { asked };
  return registered ? registered.find(asked, id) : unregistered(asked, id);
}

function trusted(asked: OperationRequest, document: string): OperationRequest {
  if (asked.query && asked.query !== document) throw mismatch();
  return withText(asked, document);
}

/** Nothing is registered here: Apollo Server says so to its own clients, who then send the text without a hash. */
function unregistered(asked: OperationRequest, id: string): FoundDocument {
  if (asked.documentId === undefined) return { asked };
  if (!asked.query) throw notFound();
  if (digestOf(asked.query) !== id) throw mismatch();
  return { asked: withText(asked, asked.query) };
}
