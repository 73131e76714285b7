import { describe, expect, test } from '@jest/globals';
import { HTTP_DEFAULTS } from '../../schema/contract/serve.js';
import { faultyServer } from '../support/faulty-server.js';
import { hubOf, hubOverHttp } from '../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../support/tiny-subgraphs.js';

/** A police that answers when it is told to, and tells when it was asked. */
function waitingPolice() {
  const asked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const police = tinyPolice();
  const contextFor = () => {
    asked.resolve();
    return { late: release.promise };
  };
  return { police: { ...police, contextFor }, asked: asked.promise, release: release.resolve };
}

describe('a gateway that stops', () => {
  test('finishes what it was asked, and takes nothing new', async () => {
    const { police, asked, release } = waitingPolice();
    const hub = await hubOf([tinyUnion(), police, tinyAwards()]);

    const answer = hub.ask('{ lateUnit { name } }');
    await asked;
    const stopped = hub.stop();
    release();

    expect(await answer).toMatchObject({ status: 200, data: { lateUnit: { name: 'Công an 1' } } });
    expect((await answer).headers.get('connection')).toBe('close');
    await stopped;
    await expect(hub.ask('{ medalNames }')).rejects.toThrow();
  });

  test('gives up what takes longer than the bound, and answers with what is there', async () => {
    const hanging = Promise.withResolvers<void>();
    const faulty = await faultyServer(() => hanging.resolve());
    const http = { ...HTTP_DEFAULTS, HTTP_STOP_TIMEOUT_MS: 100 };
    const hub = await hubOverHttp(
      [tinyUnion(), tinyPolice(), tinyAwards()],
      { police: faulty.url },
      { http },
    );

    const answer = hub.ask('{ lateUnit { name } medalNames }');
    await hanging.promise;
    await hub.stop();

    expect((await answer).data).toEqual({ lateUnit: null, medalNames: ['Huân chương'] });
    expect((await answer).errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    await faulty.abandoned;
  });

  test('can be stopped twice', async () => {
    const hub = await hubOf([tinyUnion(), tinyPolice(), tinyAwards()]);

    await hub.stop();

    await expect(hub.stop()).resolves.toBeUndefined();
  });
});

describe('an answer that takes too long', () => {
  test('is given with what is there by then', async () => {
    const { police } = waitingPolice();
    const http = { ...HTTP_DEFAULTS, HTTP_ANSWER_TIMEOUT_MS: 100 };
    const hub = await hubOf([tinyUnion(), police, tinyAwards()], { http });

    const { data, errors } = await hub.ask('{ lateUnit { name } medalNames }');

    expect(data).toEqual({ lateUnit: null, medalNames: ['Huân chương'] });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police' } }]);
  });
});
