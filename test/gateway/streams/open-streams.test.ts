import { describe, expect, test } from '@jest/globals';
import { OpenStreams } from '../../../gateway/streams/open-streams.js';
import { ANONYMOUS, callerWith } from '../../../schema/contract/caller.js';
import { tokenRefused } from '../../../schema/contract/token/refusals.js';
import { NOW, OPTIONS, streams, wish } from './some-streams.js';

describe('streams that are open', () => {
  test('one whose token expires ends with that reason', async () => {
    const held = streams().hold(wish(callerWith({ exp: (NOW + 50) / 1_000 })));

    expect(await held.next()).toEqual({ done: false, value: 1 });
    await expect(held.next()).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      details: { reason: 'EXPIRED' },
    });
  });

  test('one whose token has expired does not begin', async () => {
    const held = streams().hold(wish(callerWith({ exp: (NOW - 1_000) / 1_000 })));

    await expect(held.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('one whose token is revoked ends with that reason, and tells nothing more', async () => {
    let isRevoked = false;
    const requireUnrevoked = (): void => {
      if (isRevoked) throw tokenRefused('REVOKED');
    };
    const held = streams(10, requireUnrevoked).hold(wish(ANONYMOUS, new AbortController().signal, [1, 2]));

    expect(await held.next()).toEqual({ done: false, value: 1 });
    isRevoked = true;

    await expect(held.next()).rejects.toMatchObject({ details: { reason: 'REVOKED' } });
  });

  test('a token that is good for longer than timers run ends nothing', async () => {
    const held = streams().hold(wish(callerWith({ exp: NOW + 10_000_000_000 })));

    expect(await held.next()).toEqual({ done: false, value: 1 });
    await held.return(undefined);
  });

  test('one whose client leaves ends without a word', async () => {
    const control = new AbortController();
    const open = streams();
    const held = open.hold(wish(ANONYMOUS, control.signal));
    await held.next();

    const next = held.next();
    control.abort();

    expect(await next).toEqual({ done: true, value: undefined });
    expect(open.count).toBe(0);
  });

  test('what came before the end is not shown after it', async () => {
    const open = streams();
    const held = open.hold(wish(ANONYMOUS, undefined, [1, 2]));
    await held.next();

    open.end('STOPPING');

    await expect(held.next()).rejects.toMatchObject({
      code: 'STREAM_ENDED',
      details: { reason: 'STOPPING' },
    });
  });

  test('after the end none begins', async () => {
    const open = streams();
    open.end('NEW_SCHEMA');

    await expect(open.hold(wish()).next()).rejects.toMatchObject({ details: { reason: 'NEW_SCHEMA' } });
  });

  test('no more are open than may be, until one ends', async () => {
    const open = streams(1);
    const first = open.hold(wish());
    await first.next();

    await expect(open.hold(wish()).next()).rejects.toMatchObject({
      code: 'TOO_MANY_STREAMS',
      details: { allowed: 1 },
    });
    await first.return(undefined);
    expect(await open.hold(wish()).next()).toEqual({ done: false, value: 1 });
  });

  test('SUB-02 one caller has no more than it may have, and others have theirs', async () => {
    const open = new OpenStreams({ ...OPTIONS, maxPerCaller: 1 });
    const first = open.hold({ ...wish(), key: 'an' });
    await first.next();

    await expect(open.hold({ ...wish(), key: 'an' }).next()).rejects.toMatchObject({
      code: 'TOO_MANY_STREAMS',
      details: { allowed: 1 },
    });
    expect(await open.hold({ ...wish(), key: 'binh' }).next()).toMatchObject({ value: 1 });
    await first.return(undefined);
    expect(await open.hold({ ...wish(), key: 'an' }).next()).toMatchObject({ value: 1 });
  });

  test('one that fails as it is ended tells why it was ended', async () => {
    const open = streams();
    const begin = (signal: AbortSignal): AsyncIterable<number> => ({
      [Symbol.asyncIterator]: () => ({
        next: () =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(new Error('cut')));
          }),
      }),
    });
    const next = open.hold({ ...wish(), begin }).next();

    open.end('STOPPING');

    await expect(next).rejects.toMatchObject({ details: { reason: 'STOPPING' } });
  });
});
