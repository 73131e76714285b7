import 'reflect-metadata';
import { createLog } from '../schema/contract/log.js';
import { requireNode } from '../schema/contract/node-version.js';
import { report } from '../schema/contract/process.js';
import { readSettings } from '../schema/contract/settings.js';
import { DATABASE_SETTING } from './database-setting.js';
import { PLANS } from './plans.js';
import { askedCheck, type AskedCheck } from './shared/audit/arguments.js';
import { findingsOf, toldFindings, type Findings } from './shared/audit/findings.js';
import { verifyStored } from './shared/audit/stored-chain.js';
import { Database } from './shared/database/database.js';
import { tellingDatabaseFailures } from './shared/database/failure.js';

/** Exit codes; wrong arguments and settings have that of `report`. */
const BROKEN = 1;
const NOT_CHECKED = 3;

/**
 * Checks the audit log of an agency, in the database at DATABASE_URL: `npm run audit:verify -- union`. See docs/audit.md.
 *
 * Ends with 0 for a whole log, 1 for a broken one, 2 for wrong arguments or settings, 3 when it could not be checked.
 */
requireNode();
const log = createLog('audit');
try {
  const asked = askedCheck(
    process.argv.slice(2),
    PLANS.map(({ name }) => name),
  );
  const findings = await tellingDatabaseFailures(() => check(asked));
  process.stdout.write(asked.asJson ? `${JSON.stringify(findings)}\n` : toldFindings(findings));
  process.exitCode = findings.isWhole ? 0 : BROKEN;
} catch (error) {
  const code = report(log, error);
  process.exitCode = code === 1 ? NOT_CHECKED : code;
}

async function check({ agency, noted }: AskedCheck): Promise<Findings> {
  const { DATABASE_URL: url } = readSettings(DATABASE_SETTING, process.env);
  const plan = PLANS.find(({ name }) => name === agency);
  const database = await Database.open({ url, records: plan?.entities ?? [], migrations: [] });
  try {
    return findingsOf(agency, await verifyStored(database, { noted, onRead: showProgress }));
  } finally {
    await database.close();
  }
}

/** Only people who wait are told. */
function showProgress(read: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r  ${read} / ${all}${read < all ? '' : '\n'}`);
}
