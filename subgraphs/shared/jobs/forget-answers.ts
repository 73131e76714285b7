import type { Job } from './jobs.js';

/** How long an idempotency key is remembered: longer than any client sends a request again. Unit: days. */
const REMEMBERED_DAYS = 30;

/** Forgets idempotency keys after their time, in every subgraph; what they led to stays. */
export const forgetAnswers: Job = {
  name: 'forgetAnswers',
  run: async (database) => {
    const forgotten = await database
      .fork()
      .execute<object[]>(
        `delete from answered_mutation where answered_at < clock_timestamp() - make_interval(days => ?) returning key`,
        [REMEMBERED_DAYS],
      );
    return forgotten.length;
  },
};
