import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { HubError } from '../../../schema/contract/errors.js';
import { text } from '../../../schema/contract/text.js';
import { unusableFolder } from './failure.js';
import type { DataFolder } from './folder.js';

/** A data folder that is this hub's alone until it is released. */
export interface Lock {
  release(): void;
}

/**
 * Takes the data folder for this process.
 *
 * Node cannot lock a file itself, SQLite can: a lock of the kernel on the file, whatever path led to it and in whatever
 * container, which ends with the process however that ends.
 *
 * @throws HubError ALREADY_RUNNING while another hub holds it, INVALID_SETTING when the folder cannot be written.
 */
export function takeLock(folder: DataFolder): Lock {
  try {
    return hold(folder.lock);
  } catch (error) {
    throw isBusy(error) ? alreadyRunning(folder) : notWritable(folder, String(error));
  }
}

function hold(path: string): Lock {
  const file = new DatabaseSync(path);
  try {
    chmodSync(path, 0o600);
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    throw error;
  }
  HELD.add(file);
  return { release: () => HELD.delete(file) && file.close() };
}

/** A file that nothing refers to would be closed, and its lock lost. */
const HELD = new Set<DatabaseSync>();

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return (error as { readonly errcode?: number }).errcode === SQLITE_BUSY;
}

function alreadyRunning({ root }: DataFolder): HubError {
  return new HubError(
    'ALREADY_RUNNING',
    text(
      `Một hệ thống Liên thông khác đang dùng thư mục dữ liệu ${root}. Hãy dừng hệ thống đó, hoặc đặt DATA_DIR là một thư mục khác.`,
      `Another hub is using the data folder ${root}. Stop it, or set DATA_DIR to another folder.`,
    ),
  );
}

function notWritable({ root }: DataFolder, words: string): HubError {
  return unusableFolder(
    text(
      `Không ghi được vào thư mục dữ liệu ${root} (${words}).`,
      `The data folder ${root} cannot be written (${words}).`,
    ),
  );
}
