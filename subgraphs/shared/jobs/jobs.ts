import type { Logger } from '../../../schema/contract/log.js';
import type { Running } from '../../../schema/contract/process.js';
import type { Database } from '../database/database.js';
import { repeat } from '../repeating.js';

/** What a subgraph does by itself as days pass, such as noting what has become overdue. */
export interface Job {
  readonly name: string;
  /**
   * Does what is due, as the owner of the tables; answers how many records were changed. Done again on the same day, or
   * by two processes at once, it changes nothing more.
   */
  run(database: Database, today: string): Promise<number>;
}

/** Between two looks at what is due. Unit: milliseconds. */
const BETWEEN_LOOKS = 3_600_000;

/** Where and when jobs are done. */
export interface JobSite {
  readonly database: Database;
  /** Today in Vietnam, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly log: Logger;
}

/** Does what is due at once, and then every hour. A job that fails is logged and is due again at the next look. */
export function keepDoing(jobs: readonly Job[], site: JobSite): Running {
  return repeat(async () => {
    for (const job of jobs) await doOnce(job, site);
    return BETWEEN_LOOKS;
  });
}

async function doOnce(job: Job, { database, today, log }: JobSite): Promise<void> {
  try {
    const changed = await job.run(database, today());
    if (changed > 0) log.info({ job: job.name, changed }, 'what had become due was done');
  } catch (err) {
    log.error({ job: job.name, err }, 'a job failed; it is tried again at the next look');
  }
}
