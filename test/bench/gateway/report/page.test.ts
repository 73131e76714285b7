import { writePage } from './page.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('results take the place of older ones, and nothing else changes', () => {
  const file = join(folder, 'page.md');
  writeFileSync(file, '# Page\n\n<!-- results -->\n\nold\n\n<!-- end of results -->\n\nlast\n');
  writePage('\nnew\n', file);
  expect(readFileSync(file, 'utf8')).toBe(
    '# Page\n\n<!-- results -->\n\nnew\n\n<!-- end of results -->\n\nlast\n',
  );
});

test('a page without a place for results is refused', () => {
  const file = join(folder, 'other.md');
  writeFileSync(file, '# Page');
  expect(() => writePage('new', file)).toThrow('no place');
});
