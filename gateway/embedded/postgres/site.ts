import type { Binaries } from './binaries.js';
import type { DataFolder } from './folder.js';
import type { Owner } from './owner.js';

/** What a server needs before it can start: its programs, its account, its folder. */
export interface Site {
  readonly binaries: Binaries;
  readonly owner: Owner;
  readonly folder: DataFolder;
}
