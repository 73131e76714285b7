import { projectPath } from '../../schema/contract/project.js';
import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';

const read = (...path: readonly string[]) => readFileSync(projectPath(...path), 'utf8');
const api = buildSchema(read('schema', 'sdl', 'api.graphql'));
const guide = read('docs', 'workflows.md');
const blocks = [...guide.matchAll(/```graphql\n(.*?)```/gs)].map(([, block]) => String(block));

test.each(blocks.map((block) => [block.split('\n', 1).join(), block] as const))(
  'the guide to the workflows may be pasted: %s',
  (_, block) => {
    expect(validate(api, parse(block)).map(({ message }) => message)).toEqual([]);
  },
);

test('the guide names no mutation that does not exist', () => {
  const mutations = new Set(Object.keys(api.getMutationType()?.getFields() ?? {}));
  const cells = [...guide.matchAll(/^\|[^|]*\|([^|]*`[a-z][A-Za-z]+`[^|]*)\|[^|]*\|$/gm)].map(
    ([, cell]) => cell,
  );
  const named = cells.flatMap((cell) =>
    [...String(cell).matchAll(/`([a-z][A-Za-z]+)`/g)].map(([, name]) => name),
  );

  expect(named.filter((name) => name !== 'supersedes' && !mutations.has(String(name)))).toEqual([]);
  expect(named.length).toBeGreaterThan(20);
});
