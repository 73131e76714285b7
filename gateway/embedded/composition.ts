import { projectPath } from '../../schema/contract/project.js';
import { composeSupergraph, type PublishedSubgraph } from '../../schema/registry/compose.js';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const KEPT = z.object({ of: z.string(), supergraphSdl: z.string() });

/**
 * The supergraph of these subgraphs. It is kept in the data folder under the digest of what it was composed from and by,
 * so that a start with unchanged schemas does not compose again.
 *
 * @throws HubError INVALID_INPUT when the subgraphs do not compose.
 */
export async function supergraphOf(published: readonly PublishedSubgraph[], folder: string): Promise<string> {
  const file = join(folder, 'supergraph.json');
  const of = digestOf([JSON.stringify(published), ...composer()]);
  const kept = await readKept(file);
  if (kept?.of === of) return kept.supergraphSdl;
  const { supergraphSdl } = composeSupergraph(published);
  await writeFile(`${file}.new`, JSON.stringify({ of, supergraphSdl }));
  await rename(`${file}.new`, file);
  return supergraphSdl;
}

/** What composes: our own code, and the versions of the libraries. */
function composer(): readonly string[] {
  const folder = new URL('../../schema/registry/', import.meta.url);
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ name }) => name).toSorted();
  const code = names.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  return [...code, readFileSync(projectPath('package.json'), 'utf8')];
}

function digestOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** What was kept; nothing when it is missing or damaged, since it can be made again. */
async function readKept(file: string): Promise<z.infer<typeof KEPT> | undefined> {
  try {
    return KEPT.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}
