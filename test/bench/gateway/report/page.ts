import { projectPath } from '../../../../schema/contract/project.js';
import { readFileSync, writeFileSync } from 'node:fs';

const BEGIN = '<!-- results -->';
const END = '<!-- end of results -->';

/** Puts the results into the project's page on the benchmark. @throws Error when the page has no place for them. */
export function writePage(results: string, file: string = projectPath('docs', 'benchmark.md')): void {
  const page = readFileSync(file, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has no place for results.`);
  writeFileSync(file, `${before}${BEGIN}\n\n${results.trim()}\n\n${END}${after}`);
}
