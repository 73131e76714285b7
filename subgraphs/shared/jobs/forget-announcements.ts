import type { Database } from '../database/database.js';
import { LASTING_KINDS } from '../events/announced.js';
import type { Job } from './jobs.js';

/** Most announcements that are removed by one statement. */
const BATCH = 1_000;

const FORGET =
  'select max(id) as last, count(*)::int as count from forget_announcements(?, array[?], ?, ?) id';

/** Forgets announcements that every agency has heard and that are older than so many days; the audit log stays whole. */
export function forgetAnnouncements(days: number): Job {
  return {
    name: 'forgetAnnouncements',
    run: async (database) => {
      let forgotten = 0;
      for (let beyond: string | null = '0'; beyond !== null;) {
        const { last, count } = await forgetSome(database, days, beyond);
        forgotten += count;
        beyond = last;
      }
      return forgotten;
    },
  };
}

interface Forgotten {
  /** Number of the last one that was removed; `null` where there was none. */
  readonly last: string | null;
  readonly count: number;
}

async function forgetSome(database: Database, days: number, beyond: string): Promise<Forgotten> {
  const values = [days, LASTING_KINDS, beyond, BATCH];
  const [some] = await database.fork().execute<Forgotten[]>(FORGET, values);
  return some ?? { last: null, count: 0 };
}
