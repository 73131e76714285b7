import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectPath } from '../../schema/contract/project.js';

/** What is imported for more than its types as soon as a file is. */
function importsOf(file: string): readonly string[] {
  const code = readFileSync(projectPath(file), 'utf8');
  const imports = [...code.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)';/gms)];
  return imports.map(([, target]) => String(target));
}

/** The packages that are loaded with a file of the project. */
function packagesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const target of importsOf(file)) {
    const own = join(dirname(file), target).replace(/\.js$/, '.ts');
    if (!target.startsWith('.')) seen.add(target);
    else if (existsSync(projectPath(own))) packagesOf(own, seen);
  }
  return seen;
}

test('the process of the gateway does not load the planner, which its threads have', () => {
  const loaded = [...packagesOf('gateway/run.ts'), ...packagesOf('gateway/process.ts')];

  expect(loaded).toContain('@apollo/server');
  expect(loaded.filter((name) => /federation-internals|query-planner|query-graphs/.test(name))).toEqual([]);
});

test('a planning thread does not load what answers clients', () => {
  const loaded = [...packagesOf('gateway/engine/plan/threads/answerer.ts')];

  expect(loaded).toContain('@apollo/query-planner');
  expect(loaded.filter((name) => /@apollo\/server|undici|jose|pino/.test(name))).toEqual([]);
});
