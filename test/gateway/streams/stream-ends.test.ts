import { describe, expect, test } from '@jest/globals';
import { streamEnded } from '../../../gateway/streams/ends.js';
import { OpenStreams } from '../../../gateway/streams/open-streams.js';
import { ANONYMOUS } from '../../../schema/contract/caller.js';
import { OPTIONS, streams, twice, wish } from './some-streams.js';

describe('streams that are retired', () => {
  test('go on for half of the time, and have ended at its end', async () => {
    const open = streams();
    const held = open.hold(wish(ANONYMOUS, undefined, [1, 2]));
    await held.next();

    const retired = open.retire(100);
    const second = await held.next();
    const last = held.next().catch((error: unknown) => error);
    await retired;

    expect(second).toEqual({ done: false, value: 2 });
    expect(await last).toMatchObject({ details: { reason: 'NEW_SCHEMA' } });
    expect(open.count).toBe(0);
  });

  test('end also where one begins after the others were retired', async () => {
    const open = streams();
    const first = open.hold(wish());
    await first.next();
    const retired = open.retire(100);

    const late = open.hold(wish());
    await late.next();
    await first.return(undefined);
    const end = await late.next().catch((error: unknown) => error);
    await retired;

    expect(end).toMatchObject({ details: { reason: 'NEW_SCHEMA' } });
    expect(open.count).toBe(0);
  });
});

test('who looks on is told of each beginning and of each end, with the reason', async () => {
  const told: string[] = [];
  const observer = {
    opened: () => void told.push('opened'),
    delivered: () => undefined,
    ended: (reason: string) => void told.push(reason),
  };
  const control = new AbortController();
  const open = new OpenStreams({ ...OPTIONS, observer });
  const leaving = open.hold(wish());
  const slow = open.hold(wish(ANONYMOUS, control.signal));
  const complete = open.hold({ ...wish(), begin: twice });
  const stopped = open.hold(wish());

  await leaving.next();
  await leaving.return(undefined);
  await slow.next();
  control.abort(streamEnded('SLOW_CLIENT'));
  await slow.next();
  for await (const _ of complete);
  await stopped.next();
  open.end('STOPPING');
  await stopped.next().catch(() => undefined);

  expect(told.filter((each) => each !== 'opened')).toEqual(['LEFT', 'SLOW_CLIENT', 'COMPLETE', 'STOPPING']);
  expect(told.filter((each) => each === 'opened')).toHaveLength(4);
});
