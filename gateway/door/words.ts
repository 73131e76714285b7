import { z } from 'zod';

/** A list with commas between. */
export const words = z.string().transform((list) =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
);
