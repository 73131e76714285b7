import { HubError } from '../../schema/contract/errors.js';
import type { Door, FoundDocument } from '../../schema/contract/http/door.js';
import type { Logger } from '../../schema/contract/log.js';
import type { OperationRequest } from '../../schema/contract/serve.js';
import { text } from '../../schema/contract/text.js';
import { digestOf } from './digest.js';
import { readManifest, type Manifest } from './manifest.js';
import { idIn, withText } from './named.js';
import { mismatch, notFound, notTrusted } from './refusals.js';
import { RegisteredDocuments, type SharedTexts } from './registered.js';
import type { TrustedSettings } from './settings.js';

/** Finds the document that a request names; see `Door.documentFor`. */
export type FindDocument = NonNullable<Door<never>['documentFor']>;

/** Where documents are found. */
interface Shelves {
  readonly manifest?: Manifest;
  readonly isStrict: boolean;
  readonly registered?: RegisteredDocuments;
}

/**
 * Makes what finds documents by their ids; nothing where none are to be found.
 *
 * @param shared texts that clients registered at other gateways
 * @throws HubError INVALID_SETTING when the file of the documents is missing or wrong.
 */
export function documentFinder(
  settings: TrustedSettings,
  log: Logger,
  shared?: SharedTexts,
): FindDocument | undefined {
  const { APQ, APQ_CACHE_BYTES, TRUSTED_DOCUMENTS_MODE: mode } = settings;
  if (mode === 'off' && !APQ) return undefined;
  const isStrict = mode === 'strict';
  const shelves: Shelves = {
    manifest: mode === 'off' ? undefined : manifestOf(settings, log),
    isStrict,
    registered: APQ && !isStrict ? new RegisteredDocuments(APQ_CACHE_BYTES, shared) : undefined,
  };
  return (asked) => find(asked, shelves);
}

function manifestOf({ TRUSTED_DOCUMENTS: path }: TrustedSettings, log: Logger): Manifest {
  if (path === undefined) throw noFile();
  const manifest = readManifest(path);
  log.info({ documents: manifest.size }, 'trusted documents were read');
  return manifest;
}

function find(
  asked: OperationRequest,
  { manifest, isStrict, registered }: Shelves,
): FoundDocument | Promise<FoundDocument> {
  const id = idIn(asked);
  const known = id === undefined ? undefined : manifest?.get(id);
  if (known !== undefined) return { asked: { ...trusted(asked, known), isTrusted: true } };
  if (isStrict) throw notTrusted();
  if (id === undefined) return { asked };
  return registered ? registered.find(asked, id) : unregistered(asked, id);
}

function trusted(asked: OperationRequest, known: string): OperationRequest {
  if (asked.query && asked.query !== known) throw mismatch();
  return withText(asked, known);
}

/** Nothing is registered here: Apollo Server says so to its own clients, who then send the text without a hash. */
function unregistered(asked: OperationRequest, id: string): FoundDocument {
  if (asked.documentId === undefined) return { asked };
  if (!asked.query) throw notFound();
  if (digestOf(asked.query) !== id) throw mismatch();
  return { asked: withText(asked, asked.query) };
}

function noFile(): HubError {
  return new HubError(
    'INVALID_SETTING',
    text(
      'Thiếu thiết lập TRUSTED_DOCUMENTS: TRUSTED_DOCUMENTS_MODE cần tệp các thao tác; xem docs/settings.md.',
      'Setting TRUSTED_DOCUMENTS is missing: TRUSTED_DOCUMENTS_MODE needs the file of the operations; see docs/settings.md.',
    ),
    { setting: 'TRUSTED_DOCUMENTS' },
  );
}
