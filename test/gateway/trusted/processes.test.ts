import { expect, jest, test } from '@jest/globals';
import { heard, statusOf, toEach, told, twoProcesses } from '../workers/two-processes.js';
import { aFile, replaceFile } from './a-manifest.js';

jest.setTimeout(120_000);

const TAKEN = 'newer trusted documents were taken over';
const REFUSED = 'newer trusted documents were refused';
const former = { body: '{"documentId":"former"}' };
const newer = { body: '{"documentId":"newer"}' };

test('all processes of a gateway follow its trusted documents, and refuse what is no good', async () => {
  const path = aFile({ former: 'query Former { __typename }' });
  const gateway = await twoProcesses({
    TRUSTED_DOCUMENTS: path,
    TRUSTED_DOCUMENTS_MODE: 'strict',
    TRUSTED_DOCUMENTS_POLL_MS: '20',
  });
  const pools = await toEach(gateway);
  const statuses = () =>
    Promise.all(pools.flatMap((pool) => [statusOf(pool, former), statusOf(pool, newer)]));
  const before = await statuses();

  replaceFile(path, { newer: 'query Newer { __typename }' });
  await heard(gateway, TAKEN, 2);
  const after = await statuses();
  replaceFile(path, '{ "newest": ');
  await heard(gateway, REFUSED, 2);

  expect(before).toEqual([200, 403, 200, 403]);
  expect(after).toEqual([403, 200, 403, 200]);
  expect(await statuses()).toEqual(after);
  expect(told(gateway, REFUSED)).toMatchObject([{ code: 'INVALID_SETTING' }, { code: 'INVALID_SETTING' }]);
});
