import { Leaving } from '../../../gateway/reach/leaving.js';
import { expect, jest, test } from '@jest/globals';

function aLeaver() {
  return { leave: jest.fn() };
}

test('all who work for a client are told once that it has left, by one listener', () => {
  const client = new AbortController();
  const listen = jest.spyOn(client.signal, 'addEventListener');
  const leaving = new Leaving(client.signal);
  const leavers = [aLeaver(), aLeaver()];
  for (const leaver of leavers) leaving.add(leaver);

  client.abort();

  expect(leavers.map(({ leave }) => leave.mock.calls.length)).toEqual([1, 1]);
  expect([listen.mock.calls.length, leaving.isOver]).toEqual([1, true]);
});

test('who has its answer is not told, not even by another one who is told first', () => {
  const client = new AbortController();
  const leaving = new Leaving(client.signal);
  const [answered, stopped] = [aLeaver(), aLeaver()];
  leaving.remove(leaving.add(answered));
  leaving.add({ leave: () => leaving.remove(place) });
  const place = leaving.add(stopped);

  client.abort();

  expect([answered, stopped].map(({ leave }) => leave.mock.calls.length)).toEqual([0, 0]);
});

test('nobody listens to the signal while nobody waits, so that Node can let go of it', () => {
  const { signal } = new AbortController();
  const leave = jest.spyOn(signal, 'removeEventListener');
  const leaving = new Leaving(signal);
  const places = [leaving.add(aLeaver()), leaving.add(aLeaver())];

  const removed = places.map((place) => {
    leaving.remove(place);
    return leave.mock.calls.length;
  });

  expect(removed).toEqual([0, 1]);
});
