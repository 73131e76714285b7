import { expect, test } from '@jest/globals';
import { reachOverHttp } from '../../../gateway/reach/http.js';
import { Leaving } from '../../../gateway/reach/leaving.js';
import { REACH_DEFAULTS } from '../../../gateway/reach/settings.js';
import { ANONYMOUS } from '../../../schema/contract/caller.js';
import { CALLER_TOKEN_DEFAULTS, callerTokens } from '../../../schema/contract/caller-token.js';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { SILENT, untilTheEnd } from '../../support/tiny-hub.js';

const reachTo = reachOverHttp({
  settings: REACH_DEFAULTS,
  log: SILENT,
  tokens: callerTokens(CALLER_TOKEN_DEFAULTS),
});

test('a look whether a subgraph is there is not repeated, so that it uses up no retry of a query', async () => {
  const { url, requests } = await faultyServer(answering(503, '{}'));
  const way = reachTo({ name: 'police', url });
  untilTheEnd({ stop: () => way.close() });
  const operation = { requestId: 'request-1', caller: ANONYMOUS, subgraphs: ['police'] };
  const leaving = new Leaving(new AbortController().signal);

  const probe = way.fetch({ query: '{ __typename }', variables: {}, isProbe: true, operation, leaving });

  await expect(probe).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  expect(requests).toHaveLength(1);
});
