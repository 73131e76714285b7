import { HubError } from '../../../schema/contract/errors.js';
import { requireNode } from '../../../schema/contract/node-version.js';
import { tokenAddress } from './arguments.js';
import { askForToken, type IssuedToken } from './ask.js';
import { trialHelp } from './help.js';

/** Exit code for what the arguments, or the hub that they name, do not allow. */
const WRONG_USE = 2;

/**
 * Prints a token to try the graph with: `npm run token -- --role ROLE --organization ID`. Standard output has the token
 * alone, for `$(…)`; all words go to standard error.
 */
requireNode();
try {
  const address = tokenAddress(process.argv.slice(2), process.env);
  if (address) print(await askForToken(address));
  else process.stdout.write(trialHelp());
} catch (error) {
  if (!(error instanceof HubError)) throw error;
  process.stderr.write(`${error.text.vi}\n${error.text.en}\n`);
  process.exitCode = WRONG_USE;
}

function print({ token, account, role, scopes, expiresAt }: IssuedToken): void {
  process.stderr.write(`${account} · ${role} · ${scopes} · → ${expiresAt}\n`);
  process.stdout.write(`${token}\n`);
}
