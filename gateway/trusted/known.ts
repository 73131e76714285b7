import { HubError } from '../../schema/contract/errors.js';
import type { Logger } from '../../schema/contract/log.js';
import { text } from '../../schema/contract/text.js';
import { shortDigestOf } from '../files/digest.js';
import { followFile } from '../files/follow.js';
import { besideRequests, WITHOUT_BREAKS } from '../supergraph/pace.js';
import { manifestIn, readManifestFile, type Manifest } from './manifest.js';
import type { TrustedSettings } from './settings.js';

/** The operations that the operator knows beforehand, as their file says now. */
export interface KnownDocuments extends Pick<Manifest, 'get' | 'clientOf'> {
  /** Looks after the file no more. */
  close(): void;
}

const WORDS = {
  field: 'manifest',
  unreadable: 'the trusted documents cannot be read',
  refused: 'newer trusted documents were refused',
};

/**
 * Opens the file of these operations, and takes over each newer one that is put there; one that is no good is told of in
 * the log, and the operations before it stay.
 *
 * @throws HubError INVALID_SETTING when no file is named, or it is missing or wrong.
 */
export async function openKnown(settings: TrustedSettings, log: Logger): Promise<KnownDocuments> {
  const { TRUSTED_DOCUMENTS: path, TRUSTED_DOCUMENTS_POLL_MS: every } = settings;
  if (path === undefined) throw noFile();
  const json = await readManifestFile(path);
  let present = await manifestIn(json, WITHOUT_BREAKS);
  const tell = (told: string, words: string): void =>
    log.info({ [WORDS.field]: shortDigestOf(told), documents: present.size }, words);
  tell(json, 'trusted documents were read');
  const take = async (newer: string): Promise<void> => {
    present = await manifestIn(newer, besideRequests());
    tell(newer, 'newer trusted documents were taken over');
  };
  const stopping = new AbortController();
  const { signal } = stopping;
  const following = { text: json, every, signal, read: readManifestFile, take, words: WORDS, log };
  if (every > 0) void followFile(path, following);
  return {
    get: (id) => present.get(id),
    clientOf: (id) => present.clientOf(id),
    close: () => stopping.abort(),
  };
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
