import type { Command } from './command.js';
import { APPROVE } from './commands/approve.js';
import { CHANNEL_LIST } from './commands/channel-list.js';
import { CHANNEL_MAKE } from './commands/channel-make.js';
import { CHANNEL_PROMOTE } from './commands/channel-promote.js';
import { CHANNEL_SHOW } from './commands/channel-show.js';
import { CHECK } from './commands/check.js';
import { COMPLETION } from './commands/completion.js';
import { DEV } from './commands/dev.js';
import { DIFF } from './commands/diff.js';
import { EXPLAIN } from './commands/explain.js';
import { EXPORT } from './commands/export.js';
import { HISTORY } from './commands/history.js';
import { IMPORT } from './commands/import.js';
import { INIT } from './commands/init.js';
import { KEYS_ADD } from './commands/keys-add.js';
import { KEYS_LIST } from './commands/keys-list.js';
import { KEYS_MAKE } from './commands/keys-make.js';
import { KEYS_REVOKE } from './commands/keys-revoke.js';
import { KEYS_ROTATE } from './commands/keys-rotate.js';
import { KEYS_SHOW } from './commands/keys-show.js';
import { LAW_MAKE } from './commands/law-make.js';
import { LAW_SHOW } from './commands/law-show.js';
import { PUBLISH } from './commands/publish.js';
import { ROLLBACK } from './commands/rollback.js';
import { STATUS } from './commands/status.js';
import { WITHDRAW } from './commands/withdraw.js';

/** All commands, in the order in which an agency meets them. */
export const COMMANDS: readonly Command[] = [
  INIT,
  DEV,
  CHECK,
  PUBLISH,
  APPROVE,
  WITHDRAW,
  STATUS,
  DIFF,
  HISTORY,
  ROLLBACK,
  CHANNEL_LIST,
  CHANNEL_SHOW,
  CHANNEL_MAKE,
  CHANNEL_PROMOTE,
  KEYS_LIST,
  KEYS_SHOW,
  KEYS_MAKE,
  KEYS_ADD,
  KEYS_ROTATE,
  KEYS_REVOKE,
  LAW_SHOW,
  LAW_MAKE,
  EXPORT,
  IMPORT,
  EXPLAIN,
  COMPLETION,
];
