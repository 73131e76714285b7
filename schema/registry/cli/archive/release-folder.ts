import { HubError } from '../../../contract/errors.js';
import type { KnownRegistry } from '../../../contract/release/known-registry.js';
import { verifyRelease, type VerifiedRelease } from '../../../contract/release/release.js';
import { statementIn } from '../../../contract/release/sign.js';
import type { LogEntry } from '../../../contract/release/wire.js';
import { text } from '../../../contract/text.js';
import { lastMove } from '../../state/questions.js';
import type { RegistryState } from '../../state/state.js';
import { writeWhole } from '../files.js';
import type { Archive } from './archive.js';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Which release is taken out of an archive. */
export interface Taking {
  readonly state: RegistryState;
  readonly channel: string;
  readonly registry: KnownRegistry;
}

/** A release, with the signatures by which a gateway verifies it again. */
export interface Taken {
  readonly release: VerifiedRelease;
  readonly pointed: string;
  readonly composed: string;
}

/** The release to which a channel points at the end of a verified archive. @throws HubError NOT_FOUND, RELEASE_REFUSED */
export async function releaseIn(
  { entries, texts }: Archive,
  { state, channel, registry }: Taking,
): Promise<Taken> {
  const move = lastMove(state.channels.get(channel));
  const supergraph = move && state.compositions.get(move.composed)?.supergraph;
  if (!move || supergraph === undefined) throw nothing(channel);
  const pointed = jwsOf(move.pointed, entries);
  const composed = jwsOf(move.composed, entries);
  const release = await verifyRelease(
    { pointed, composed, supergraphSdl: texts[supergraph] ?? '' },
    { channel, registry },
  );
  return { release, pointed, composed };
}

function jwsOf(id: string, entries: readonly LogEntry[]): string {
  return entries.find((entry) => entry.id === id)?.jws ?? '';
}

const KEPT = z.object({ pointed: z.string() });

/**
 * Puts a release where a gateway keeps its last good one (`RELEASE_DIR`), in the form that it reads there.
 *
 * @throws HubError ALREADY_DONE, RELEASE_REFUSED when a newer one of the same registry is there.
 */
export async function putRelease(folder: string, { release, pointed, composed }: Taken): Promise<void> {
  const { channel, supergraph, supergraphSdl, number } = release;
  const file = join(folder, `${channel}.good.json`);
  const held = numberIn(file, statementIn(pointed).registry);
  if (held === number) throw new HubError('ALREADY_DONE', HELD);
  if (held > number) throw new HubError('RELEASE_REFUSED', OLDER, { reason: 'NOT_NEWER' });
  await writeWhole(join(folder, 'texts', `${supergraph.slice('sha256:'.length)}.graphql`), supergraphSdl);
  await writeWhole(file, JSON.stringify({ format: 1, pointed, composed, supergraph }));
}

/** The number of the registry's release that is kept; 0 where there is none that can be read. */
function numberIn(file: string, registry: string): number {
  if (!existsSync(file)) return 0;
  try {
    const statement = statementIn(KEPT.parse(JSON.parse(readFileSync(file, 'utf8'))).pointed);
    return statement.kind === 'POINTED' && statement.registry === registry ? statement.number : 0;
  } catch {
    return 0;
  }
}

const HELD = text('Thư mục đã có bản phát hành này.', 'The folder holds this release already.');
const OLDER = text('Thư mục có bản mới hơn.', 'The folder holds a newer release.');

function nothing(channel: string): HubError {
  return new HubError(
    'NOT_FOUND',
    text(
      `Trong tệp xuất, kênh ${channel} chưa phục vụ gì.`,
      `In the archive the channel ${channel} serves nothing.`,
    ),
  );
}
