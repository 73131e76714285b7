import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RegistryStub, type GatewayFiles } from './registry-stub.js';
import { untilTheEnd } from './tiny-hub.js';

export type { GatewayFiles, ReleaseChanges } from './registry-stub.js';

/** A registry of a test, with folders for its gateways. */
export class ARegistry extends RegistryStub {
  /** A folder with keys and settings for a gateway, until the test ends. */
  files(): GatewayFiles {
    const folder = mkdtempSync(join(tmpdir(), 'releases-'));
    untilTheEnd({ stop: async () => rmSync(folder, { recursive: true, force: true }) });
    return this.filesIn(folder);
  }
}

/** A registry that answers until the test ends. */
export async function aRegistry(): Promise<ARegistry> {
  const registry = new ARegistry();
  await registry.start();
  return untilTheEnd(registry);
}
