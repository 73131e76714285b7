import { newKey, readKeyFile, writeKeyFile, type NewKey } from '../../../contract/release/keys.js';
import type { KeyView } from '../../../contract/release/wire.js';
import { text } from '../../../contract/text.js';
import type { Call } from '../call.js';
import type { Command } from '../command.js';
import { DRY_RUN, keyPath, reaching, REACH_OPTIONS, say, whoIs, type Reach } from '../reach.js';
import { existsSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';

/**
 * `hub keys rotate`: a new key takes the place of the caller's own. The new one is known before it is used, and the old
 * one is revoked by the new: cut off anywhere, one of both files holds a key that counts, and the command goes on where
 * it was.
 */
export const KEYS_ROTATE: Command = {
  name: 'keys rotate',
  summary: text(
    'thay khoá của mình bằng khoá mới, rồi thu hồi khoá cũ',
    'puts a new key in the place of the own one, then revokes the old one',
  ),
  options: [
    {
      name: 'keep-old',
      summary: text(
        'chưa thu hồi khoá cũ; tệp của nó mang đuôi .old',
        'does not yet revoke the old one; its file ends in .old',
      ),
    },
    ...REACH_OPTIONS,
    DRY_RUN,
  ],
  examples: ['keys rotate', 'keys rotate --keep-old'],
  run: (call) =>
    reaching(call, async (reach) => {
      const path = keyPath(call);
      const next = nextKey(path, call.flag('dry-run'));
      const answer = await added(call, reach, next);
      const result = { old: reach.key.kid, kid: next.kid, file: path, isRevoked: false };
      if (!call.flag('dry-run')) result.isRevoked = await exchanged(call, { path, reach });
      return {
        result: { ...result, entries: answer },
        page: (paper) => `${paper.mark('green', '✓')} ${reach.key.kid} → ${paper.mark('bold', next.kid)}`,
      };
    }),
};

/** The key that a run before has left, or a new one. */
function nextKey(path: string, isDryRun: boolean): Pick<NewKey, 'kid' | 'publicJwk'> {
  if (existsSync(`${path}.new`)) return readKeyFile(`${path}.new`);
  const made = newKey();
  if (!isDryRun) writeKeyFile(`${path}.new`, made.privateJwk);
  return made;
}

async function added(call: Call, reach: Reach, { kid, publicJwk }: Pick<NewKey, 'kid' | 'publicJwk'>) {
  const keys = await reach.registry.keys();
  if (keys.some((known) => known.kid === kid)) return [];
  const said = { kind: 'KEY_ADDED' as const, ...(await ownerOf(reach, keys)), publicJwk };
  return (await say(call, reach, said)).entries;
}

async function ownerOf({ registry, key }: Reach, keys: readonly KeyView[]) {
  const { agency, role } = keys.find(({ kid }) => kid === key.kid) ?? { agency: await whoIs(registry, key) };
  return agency === undefined ? { role } : { agency };
}

interface Exchanging {
  readonly path: string;
  readonly reach: Reach;
}

async function exchanged(call: Call, { path, reach }: Exchanging): Promise<boolean> {
  renameSync(path, `${path}.old`);
  renameSync(`${path}.new`, path);
  if (call.flag('keep-old')) return false;
  return reaching(call, async (renewed) => {
    const reason = 'Đã thay bằng khoá mới. Replaced by a new key.';
    await say(call, renewed, { kind: 'KEY_REVOKED', kid: reach.key.kid, reason });
    await rm(`${path}.old`);
    return true;
  });
}
