import type { Job } from './jobs.js';

/** Replaces the many changes of the kept totals by their sums. */
export const foldTotals: Job = {
  name: 'foldTotals',
  run: async (database) => {
    const [row] = await database.fork().execute<{ folded: string }[]>('select fold_totals() as folded');
    return Number(row?.folded);
  },
};

/** Counts lists again whose kept totals are wrong, as after rows were restored while triggers rested. */
export const mendTotals: Job = {
  name: 'mendTotals',
  run: async (database) => {
    const mended = await database
      .fork()
      .execute<object[]>('select recount(list) from (select distinct list from wrong_totals()) wrong');
    return mended.length;
  },
};
