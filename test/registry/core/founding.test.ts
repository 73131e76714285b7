import { aRegistry, REGISTRY, type TestRegistry } from './a-registry.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let registry: TestRegistry;

beforeAll(async () => {
  registry = await aRegistry();
});
afterAll(() => registry.stop());

describe('a registry', () => {
  test('is not founded without a name of its own', async () => {
    await expect(aRegistry({ REGISTRY_NAME: '' })).rejects.toMatchObject({ code: 'INVALID_SETTING' });
  });

  test('does not start under another name than it was founded with', async () => {
    await expect(registry.reopen({ REGISTRY_NAME: 'another', PORT: '0' })).rejects.toMatchObject({
      code: 'INVALID_SETTING',
      details: { setting: 'REGISTRY_NAME' },
    });
  });

  test('keeps its name where none is said again', async () => {
    const again = await registry.reopen({ REGISTRY_NAME: '', PORT: '0' });
    const response = await fetch(`${again.url}/health`);
    expect(await response.json()).toMatchObject({ name: REGISTRY });
    await again.stop();
  });
});
