import { text } from '../../../contract/text.js';
import { Store } from '../../store/store.js';
import { unpacked, type Archive } from '../archive/archive.js';
import { continueMirror } from '../archive/mirror.js';
import { putRelease, releaseIn } from '../archive/release-folder.js';
import { verifyArchive } from '../archive/verify.js';
import { wrongUse, type Call } from '../call.js';
import type { Command, Outcome } from '../command.js';
import { channelOf, CHANNEL_OPTION, DRY_RUN } from '../reach.js';
import { knownRegistry } from '../trusted.js';
import { readFile } from 'node:fs/promises';

/** `hub import`: takes in what another registry exported, after all of it was verified. */
export const IMPORT: Command = {
  name: 'import',
  summary: text(
    'xác minh tệp xuất, rồi nối tiếp nhật ký ở đây hoặc giao bản phát hành cho cổng',
    'verifies an archive, then continues the log here or hands its release to a gateway',
  ),
  args: [{ name: 'file', summary: text('tệp xuất', 'the archive') }],
  options: [
    {
      name: 'trust',
      value: 'file',
      isNeeded: true,
      summary: text(
        'tên và khoá công khai của sổ đăng ký nguồn (JWKS), nhận bằng đường khác',
        'name and public keys of the exporting registry (JWKS), had by another way',
      ),
    },
    {
      name: 'release-dir',
      value: 'folder',
      summary: text(
        'thư mục RELEASE_DIR của cổng không có sổ đăng ký',
        'the folder RELEASE_DIR of a gateway without registry',
      ),
    },
    {
      name: 'database',
      value: 'url',
      summary: text(
        'cơ sở dữ liệu của sổ đăng ký bản sao; hoặc HUB_DATABASE_URL',
        'database of the registry that mirrors; or HUB_DATABASE_URL',
      ),
    },
    CHANNEL_OPTION,
    DRY_RUN,
  ],
  examples: [
    'import 2026-11-22.lienthong --trust registry.jwks.json --release-dir /var/lib/hub/releases --channel production',
    'import 2026-11-22.lienthong --trust registry.jwks.json --dry-run',
    'HUB_DATABASE_URL=postgresql://… hub import moi.lienthong --trust registry.jwks.json',
  ],
  async run(call) {
    const archive = unpacked(await bytesOf(call));
    const folder = call.option('release-dir');
    if (folder !== undefined) return toFolder(call, archive, call.path(folder));
    const database = call.option('database') ?? (call.desk.env['HUB_DATABASE_URL'] || undefined);
    if (database !== undefined) return toMirror(call, archive, database);
    if (call.flag('dry-run')) return verifiedOnly(call, archive);
    throw wrongUse(WHERE);
  },
};

function bytesOf(call: Call): Promise<Buffer> {
  const file = call.needed(0);
  return readFile(call.path(file)).catch(() =>
    Promise.reject(wrongUse(text(`Không đọc được tệp ${file}.`, `The file ${file} cannot be read.`))),
  );
}

async function verifiedOnly(call: Call, archive: Archive): Promise<Outcome> {
  const { end } = await verifyArchive(archive, { registry: await trustOf(call) });
  return verified({ seq: end.seq, hash: end.hash, added: 0 });
}

async function toFolder(call: Call, archive: Archive, folder: string): Promise<Outcome> {
  const registry = await trustOf(call);
  const state = await verifyArchive(archive, { registry });
  const taken = await releaseIn(archive, { state, channel: channelOf(call), registry });
  if (!call.flag('dry-run')) await putRelease(folder, taken);
  const { channel, number, supergraph } = taken.release;
  return verified({
    seq: state.end.seq,
    hash: state.end.hash,
    release: { channel, number, supergraph, folder },
  });
}

async function toMirror(call: Call, archive: Archive, database: string): Promise<Outcome> {
  const registry = await trustOf(call);
  const store = await Store.open(database, () => undefined);
  try {
    const { added, state } = await continueMirror(store, archive, {
      registry,
      isDryRun: call.flag('dry-run'),
    });
    return verified({ seq: state.end.seq, hash: state.end.hash, added });
  } finally {
    await store.close();
  }
}

function trustOf(call: Call) {
  return knownRegistry(call, call.option('trust') ?? '');
}

function verified(result: {
  readonly seq: number;
  readonly hash: string;
  readonly added?: number;
  readonly release?: object;
}): Outcome {
  return {
    result,
    page: (paper) => {
      const head = paper.say(text(`Đã xác minh ${result.seq} mục`, `${result.seq} entries verified`));
      return [
        `${paper.mark('green', '✓')} ${head} ${paper.mark('dim', result.hash)}`,
        ...details(result),
      ].join('\n');
    },
  };
}

function details({
  added,
  release,
}: {
  readonly added?: number;
  readonly release?: object;
}): readonly string[] {
  return [...(added ? [`  +${added}`] : []), ...(release ? [`  ${JSON.stringify(release)}`] : [])];
}

const WHERE = text(
  'Nhập vào đâu? Hãy nêu --release-dir, --database hoặc HUB_DATABASE_URL; --dry-run chỉ xác minh.',
  'Import into what? Name --release-dir, --database or HUB_DATABASE_URL; --dry-run only verifies.',
);
