import { policyDecider } from '../../../../gateway/engine/filter/policy-module.js';
import { decideByToken } from '../../../../gateway/engine/filter/policies.js';
import { ANONYMOUS } from '../../../../schema/contract/caller.js';
import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'lien-thong-policies-'));
afterAll(() => rmSync(folder, { recursive: true }));

function moduleOf(name: string, code: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, code);
  return path;
}

describe('policies', () => {
  test('are decided by the token where no module is named', async () => {
    expect(await policyDecider(undefined)).toBe(decideByToken);
  });

  test('are decided by the function that a module exports', async () => {
    const code = 'export const decidePolicies = (names) => new Map(names.map((name) => [name, true]));';
    const decide = await policyDecider(moduleOf('good', code));

    const decisions = await decide(['mfa'], ANONYMOUS, new AbortController().signal);

    expect([...decisions]).toEqual([['mfa', true]]);
  });

  test.each([
    ['does not exist', () => join(folder, 'nowhere.mjs'), 'cannot be loaded'],
    ['fails', () => moduleOf('failing', "throw new Error('no connection');"), 'no connection'],
    ['exports nothing', () => moduleOf('empty', ''), 'exports no function decidePolicies'],
    [
      'exports something else',
      () => moduleOf('other', 'export const decidePolicies = true;'),
      'exports no function decidePolicies',
    ],
  ])('stop the start when the module %s', async (_, path, reason) => {
    await expect(policyDecider(path())).rejects.toMatchObject({
      code: 'INVALID_SETTING',
      details: { setting: 'POLICY_MODULE' },
      message: expect.stringContaining(reason),
    });
  });
});
