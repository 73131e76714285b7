import { theExamples } from '../support/examples.js';
import { dropDatabase } from '../support/databases.js';
import type { Asked } from '../support/loaded.js';
import { agency } from './at-work.js';
import { expect, test } from '@jest/globals';

const { answerTo, wholeAnswerTo, hub } = theExamples();

test('Q83: while one agency is down the others answer, and an error at each gap names it', async () => {
  const whole = await answerTo('Q83');
  await dropDatabase(databaseIn(agency(hub(), 'recognition')));

  const { data, errors } = await wholeAnswerTo('Q83');

  const [organization] = whole.unionOrganizations.nodes;
  expect(data).toEqual({
    unionOrganizations: { nodes: [{ ...organization, recognitionsGiven: null }] },
    policeOrganizations: whole.policeOrganizations,
    recognitionBatches: null,
  });
  expect(organization.recognitionsGiven.totalCount).toBeGreaterThan(0);
  expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions?.['agency']]).toSorted()).toEqual(
    [
      ['recognitionBatches', 'recognition'],
      ['unionOrganizations.nodes.0.recognitionsGiven', 'recognition'],
    ],
  );
});

function databaseIn({ databaseUrl }: Asked): string {
  return new URL(databaseUrl).pathname.slice(1);
}
