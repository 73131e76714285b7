import { examplesFor, loadExamples, runnable } from '../../../gateway/explorer/examples.js';
import { EXAMPLE_ROLES } from '../../../gateway/explorer/roles.js';
import { ROLES } from '../../../subgraphs/shared/rights/role.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';

const HEADER = ['# id: Q01', '# group: VGCL officer', '# vi: Có gì?', '# en: What is there?'];
const QUERY = 'query There($day: String) { thing(day: $day) }';

describe('example files', () => {
  test('are read with their header, their variables and their query, in the order of their names', () => {
    const folder = aFolderWith({
      'b.graphql': file([...HEADER, '# variables: {"day": "2024-03-31"}']),
      'a.graphql': file([...HEADER.with(0, '# id: Q02'), '# role: AUDITOR'], '{ thing }'),
      'notes.md': 'no example',
    });

    const examples = loadExamples(folder);

    expect(examples).toEqual([
      expect.objectContaining({ id: 'Q02', role: 'AUDITOR', query: '{ thing }', variables: {} }),
      {
        id: 'Q01',
        group: 'VGCL officer',
        vi: 'Có gì?',
        en: 'What is there?',
        query: QUERY,
        variables: { day: '2024-03-31' },
      },
    ]);
  });

  test.each([
    ['no English question', file(HEADER.slice(0, 3)), 'en'],
    ['an unknown audience', file(HEADER.with(1, '# group: minister')), 'group'],
    ['an unknown role', file([...HEADER, '# role: MINISTER']), 'role'],
    ['an unknown header line', file([...HEADER, '# author: me']), 'author'],
    ['a comment that is no header line', file([...HEADER, '# just a note']), 'just a note'],
    ['variables that are not JSON', file([...HEADER, '# variables: {day}']), 'variables'],
    ['variables that are not an object', file([...HEADER, '# variables: [1]']), 'variables'],
    ['a query that does not parse', file(HEADER, '{ thing'), 'does not parse'],
    ['no query', file(HEADER, ''), 'does not parse'],
    ['two operations', file(HEADER, 'query A { thing } query B { thing }'), '2 operations'],
    ['more bytes than allowed', file(HEADER, `{ thing } #${' '.repeat(70_000)}`), 'larger'],
  ])('with %s are refused, naming file and reason', (_, content, reason) => {
    const folder = aFolderWith({ 'wrong.graphql': content });

    expect(() => loadExamples(folder)).toThrow(
      expect.objectContaining({
        code: 'DATA_REFUSED',
        details: { file: 'wrong.graphql', reason: expect.stringContaining(reason) },
      }),
    );
  });

  test('of a folder that is none are refused, unless nobody named it', () => {
    const nowhere = join(aFolderWith({}), 'nowhere');

    expect(() => examplesFor(nowhere)).toThrow(
      expect.objectContaining({ code: 'INVALID_SETTING', details: { setting: 'EXAMPLES_DIR' } }),
    );
    expect(examplesFor(undefined)).not.toEqual([]);
  });

  test('with an id twice are refused', () => {
    const folder = aFolderWith({ 'a.graphql': file(HEADER), 'b.graphql': file(HEADER) });

    expect(() => loadExamples(folder)).toThrow(
      expect.objectContaining({
        code: 'DATA_REFUSED',
        details: expect.objectContaining({ file: 'b.graphql' }),
      }),
    );
  });
});

test('the roles that examples may need are those in which anybody acts', () => {
  expect(Object.keys(EXAMPLE_ROLES)).toEqual(ROLES);
});

test('only examples that the schema can answer are runnable', () => {
  const schema = buildSchema('type Query { thing(day: String): String }');
  const folder = aFolderWith({
    'a.graphql': file(HEADER),
    'b.graphql': file(HEADER.with(0, '# id: Q02'), '{ somethingElse }'),
  });

  const answered = runnable(loadExamples(folder), schema);

  expect(answered.map(({ id }) => id)).toEqual(['Q01']);
});

function file(header: readonly string[], query = QUERY): string {
  return `${header.join('\n')}\n\n${query}\n`;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function aFolderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
