import { verifyMove, type VerifiedMove } from '../../contract/release/release.js';
import { text } from '../../contract/text.js';
import { wrongUse } from './call.js';
import type { Reach } from './reach.js';

/** What a channel serves, as its registry signed it. @throws HubError RELEASE_REFUSED; INVALID_INPUT when it is nothing */
export async function servedMove(channel: string, { registry, known }: Reach): Promise<VerifiedMove> {
  const release = await registry.channel(channel);
  if (release) return verifyMove(release, { channel, registry: known });
  throw wrongUse(text(`Kênh ${channel} chưa phục vụ gì.`, `The channel ${channel} serves nothing yet.`));
}

/** Where a channel was pointed by the move of a number, as its registry signed it. @throws HubError RELEASE_REFUSED, NOT_FOUND */
export async function moveOf(
  channel: string,
  number: number,
  { registry, known }: Reach,
): Promise<VerifiedMove> {
  return verifyMove(await registry.channelMove(channel, number), { channel, registry: known, number });
}
