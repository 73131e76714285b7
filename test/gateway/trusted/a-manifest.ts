import { createHash } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilTheEnd } from '../../support/tiny-hub.js';

/** The SHA-256 of a text in hex, reckoned apart from the code under test. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Writes a file with JSON, or a text as it is; it is removed after the test. */
export function aFile(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-manifest-'));
  untilTheEnd({ stop: async () => rmSync(folder, { recursive: true }) });
  const path = join(folder, 'manifest.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** A manifest as Apollo's tool writes it. */
export function apolloManifest(operations: readonly { readonly id: string; readonly body: string }[]) {
  return { format: 'apollo-persisted-query-manifest', version: 1, operations };
}

/** Puts another text in the place of a file, as a whole. */
export function replaceFile(path: string, content: unknown): void {
  writeFileSync(`${path}.new`, typeof content === 'string' ? content : JSON.stringify(content));
  renameSync(`${path}.new`, path);
}
