import { CHANNEL_NAME, COORDINATE, INSTANT } from '../../../contract/release/terms.js';
import type { UsageBatch } from '../../../contract/release/wire.js';
import { z } from 'zod';

const CLIENT = z.string().min(1).max(100);

const USE = z.strictObject({
  client: CLIENT,
  version: z.string().max(100).optional(),
  isVerified: z.boolean(),
  day: z.iso.date(),
  lastSeen: INSTANT,
  count: z.int().min(1).max(1_000_000_000),
});

const OPERATION = z.strictObject({
  signature: z.string().min(1).max(200),
  text: z.string().min(1).max(65_536),
  coordinates: z.array(COORDINATE).max(2_000).optional(),
  uses: z.array(USE).min(1).max(1_000),
});

/** A batch as it comes from a gateway. */
export const USAGE_BATCH: z.ZodType<UsageBatch> = z.strictObject({
  channel: CHANNEL_NAME,
  since: INSTANT,
  until: INSTANT,
  nonce: z.string().min(8).max(100),
  operations: z.array(OPERATION).max(2_000),
  dropped: z.int().min(0),
});
