import { projectPath } from '../contract/project.js';
import { createLog } from '../contract/log.js';
import { report } from '../contract/process.js';
import { composeSupergraph } from './compose.js';
import { readComposition } from './composition-file.js';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

/**
 * Composes the subgraphs that a file lists, and writes the supergraph and the schema that clients see:
 * `node dist/schema/registry/print.js --config schema/supergraph.yaml --out schema/sdl`.
 */
const log = createLog('registry');
const { values } = parseArgs({
  options: {
    config: { type: 'string', default: projectPath('schema', 'supergraph.yaml') },
    out: { type: 'string', default: projectPath('schema', 'sdl') },
  },
});
try {
  const { supergraphSdl, apiSdl, hints } = composeSupergraph(await readComposition(values.config));
  await writeFile(`${values.out}/supergraph.graphql`, supergraphSdl);
  await writeFile(`${values.out}/api.graphql`, apiSdl);
  for (const hint of hints) log.info(hint, 'composition hint');
} catch (error) {
  process.exitCode = report(log, error);
}
