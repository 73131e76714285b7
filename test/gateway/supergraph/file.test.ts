import { describe, expect, test } from '@jest/globals';
import { reachInProcess } from '../../../gateway/reach/in-process.js';
import { gatewayOn } from '../../support/tiny-hub.js';

describe('a gateway on what is no GraphQL', () => {
  test('is refused as a wrong setting, with the place of the mistake', async () => {
    const start = gatewayOn('this is { no graph', (options) => reachInProcess([], options));

    await expect(start).rejects.toMatchObject({
      code: 'INVALID_SETTING',
      message: expect.stringContaining('Syntax Error'),
    });
  });
});
