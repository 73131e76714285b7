import { answering, faultyServer } from '../../../support/faulty-server.js';
import { hubOverHttp } from '../../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../../support/tiny-subgraphs.js';
import { expect, test } from '@jest/globals';

/** What the hub answers when the police says this of a unit, whose medals another agency counts. */
async function answerWith(lateUnit: object) {
  const police = await faultyServer(answering(200, JSON.stringify({ data: { lateUnit } })));
  const hub = await hubOverHttp([tinyUnion(), tinyPolice(), tinyAwards()], { police: police.url });
  return hub.ask('{ lateUnit { name medals } medalNames }');
}

test.each(['Org', 'Nothing', 7])(
  'an agency that calls its record %p is to blame for what others could not be asked',
  async (named) => {
    const { data, errors } = await answerWith({ __typename: named, id: '1', name: 'Công an 1' });

    expect(data).toEqual({ lateUnit: null, medalNames: ['Huân chương'] });
    expect(errors).toMatchObject([
      { path: ['lateUnit', 'medals'], extensions: { code: 'SUBGRAPH_FAILED', agency: 'police' } },
    ]);
  },
);
