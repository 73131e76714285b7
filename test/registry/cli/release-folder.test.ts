import { addressOf } from '../../../schema/contract/release/address.js';
import { signStatement } from '../../../schema/contract/release/sign.js';
import { saidBy } from '../../../schema/contract/release/unsaid.js';
import { putRelease, type Taken } from '../../../schema/registry/cli/archive/release-folder.js';
import { aKey } from '../../contract/release/a-statement.js';
import { folders } from './a-desk.js';
import { afterAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const places = folders();
afterAll(() => places.remove());

/** A release as it was taken out of an archive of a registry. */
async function aRelease(registry: string, number: number): Promise<Taken> {
  const supergraphSdl = `type Query { of${number}: Int }`;
  const composed = addressOf('composed');
  const said = { kind: 'POINTED', channel: 'production', number, composed, cause: composed } as const;
  const pointed = await signStatement(saidBy({ by: 'REGISTRY', registry }, said), aKey());
  const supergraph = addressOf(supergraphSdl);
  const release = { channel: 'production', number, supergraph, supergraphSdl } as Taken['release'];
  return { release, pointed, composed };
}

test('a release takes the place of one of another registry, whatever their numbers', async () => {
  const folder = places.make();
  await putRelease(folder, await aRelease('former', 9));
  const release = await aRelease('present', 2);

  await putRelease(folder, release);

  const kept = readFileSync(join(folder, 'production.good.json'), 'utf8');
  expect(JSON.parse(kept)).toMatchObject({ pointed: release.pointed });
});
