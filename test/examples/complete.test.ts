import { EXAMPLES_FOLDER, loadExamples } from '../../gateway/explorer/examples.js';
import { projectPath } from '../../schema/contract/project.js';
import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';

test('no example stands without its expected answer, and no answer without its example', () => {
  const folder = projectPath('test', 'examples');
  const code = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  const asked = [...code.join('').matchAll(/await (?:answerTo|wholeAnswerTo)\('([^']+)'/g)].map(([, id]) =>
    String(id),
  );

  const examples = loadExamples(EXAMPLES_FOLDER).map(({ id }) => id);
  expect(new Set(asked)).toEqual(new Set(examples));
});
