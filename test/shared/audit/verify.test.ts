import { BEGINNING, headIn, headText, type Link } from '../../../subgraphs/shared/audit/chain.js';
import type { FaultKind } from '../../../subgraphs/shared/audit/fault.js';
import { verifyChain } from '../../../subgraphs/shared/audit/verify.js';
import { chainOf, faultIn, headOf, renumbered, type Against } from './a-chain.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

/** A chain of at least two entries, no two of them alike, and a place in it before the last. */
const chainAndPlace = fc
  .uniqueArray(fc.json(), { minLength: 2, maxLength: 12 })
  .chain((entries) => fc.tuple(fc.constant(chainOf(entries)), fc.nat({ max: entries.length - 2 })));

/** How somebody tampers with a chain at a place, and what is found where. */
interface Tampering {
  readonly how: string;
  readonly tamper: (links: readonly Link[], place: number) => readonly Link[];
  readonly kind: FaultKind;
}

const replaced = (links: readonly Link[], place: number, change: (link: Link) => Partial<Link>) =>
  links.map((link, index) => (index === place ? { ...link, ...change(link) } : link));

const TAMPERINGS: readonly Tampering[] = [
  {
    how: 'one changed byte',
    tamper: (links, place) =>
      replaced(links, place, ({ entry }) => ({ entry: `${entry.slice(0, -1)}\u0007` })),
    kind: 'ALTERED',
  },
  {
    how: 'one changed bit of a digest',
    tamper: (links, place) =>
      replaced(links, place, ({ digest }) => ({
        digest: `${(Number.parseInt(digest.slice(0, 1), 16) ^ 1).toString(16)}${digest.slice(1)}`,
      })),
    kind: 'ALTERED',
  },
  { how: 'one removed', tamper: (links, place) => links.toSpliced(place, 1), kind: 'MISSING' },
  {
    how: 'one removed, and the rest moved up',
    tamper: (links, place) => renumbered(links.toSpliced(place, 1)),
    kind: 'ALTERED',
  },
  {
    how: 'two swapped',
    tamper: (links, place) =>
      renumbered(links.toSpliced(place, 2, ...links.slice(place, place + 2).toReversed())),
    kind: 'ALTERED',
  },
  {
    how: 'one inserted that was written later',
    tamper: (links, place) => renumbered(links.toSpliced(place, 0, links[place + 1] as Link)),
    kind: 'ALTERED',
  },
];

describe('AUD-01: whoever tampers with the audit log', () => {
  test.each(TAMPERINGS)(
    'is found at the first entry that is not as it was: $how',
    async ({ tamper, kind }) => {
      const property = fc.asyncProperty(
        chainAndPlace,
        fc.integer({ min: 1, max: 5 }),
        async ([links, place], batch) => {
          const fault = await faultIn(tamper(links, place), { head: headOf(links) }, batch);
          expect(fault).toEqual({ kind, position: place + 1 });
        },
      );
      await fc.assert(property, { numRuns: 60 });
    },
  );

  test('and removes the end is found by the head that the database keeps', async () => {
    const property = fc.asyncProperty(chainAndPlace, async ([links, place]) => {
      const fault = await faultIn(links.slice(0, place), { head: headOf(links) });
      expect(fault).toEqual({ kind: 'CUT', position: place + 1 });
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test('and puts that head back as well, as an older backup does, is found by a head that was noted elsewhere', async () => {
    const property = fc.asyncProperty(chainAndPlace, async ([links, place]) => {
      const restored = links.slice(0, place);
      const against: Against = { head: headOf(restored), noted: headOf(links) };
      expect(await faultIn(restored, { head: against.head })).toBeNull();
      expect(await faultIn(restored, against)).toEqual({ kind: 'NOTED_GONE', position: place + 1 });
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test('and computes the whole chain anew is found by a head that was noted elsewhere', async () => {
    const property = fc.asyncProperty(chainAndPlace, async ([links, place]) => {
      const forged = chainOf(links.map(({ entry }, index) => (index === place ? `${entry} ` : entry)));
      const noted = links[place + 1] as Link;
      expect(await faultIn(forged, { head: headOf(forged) })).toBeNull();
      expect(await faultIn(forged, { head: headOf(forged), noted })).toEqual({
        kind: 'NOT_AS_NOTED',
        position: noted.position,
      });
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test.each([
    ['beyond the head', (links: readonly Link[]) => ({ links, head: links[1] as Link }), 3],
    [
      'before the first',
      (links: readonly Link[]) => ({ links: [{ ...BEGINNING, entry: '{}' }, ...links], head: headOf(links) }),
      0,
    ],
  ])('and adds an entry %s is found there', async (_, tamper, position) => {
    const { links, head } = tamper(chainOf(['{"a":1}', '{"a":2}', '{"a":3}']));

    expect(await faultIn(links, { head })).toEqual({ kind: 'ADDED', position });
  });

  test('and replaces the last entry with its digest is found by the head that the database keeps', async () => {
    const head = headOf(chainOf(['{"a":1}', '{"a":2}']));

    expect(await faultIn(chainOf(['{"a":1}', '{"a":3}']), { head })).toEqual({
      kind: 'HEAD_CHANGED',
      position: 2,
    });
  });
});

describe('a whole chain', () => {
  test('is found whole, against every head that it ever had', async () => {
    const property = fc.asyncProperty(chainAndPlace, async ([links, place]) => {
      for (const noted of [BEGINNING, links[place] as Link, headOf(links)])
        expect(await faultIn(links, { head: headOf(links), noted })).toBeNull();
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test('may be empty', async () => {
    expect(await faultIn([], { head: BEGINNING })).toBeNull();
  });

  test('tells its head, in a form that can be noted and read again', async () => {
    const links = chainOf(['{"a":1}', '{"a":2}']);
    const batches = (async function* () {
      yield await Promise.resolve(links);
    })();

    const { last } = await verifyChain({ batches, head: headOf(links) });

    expect(headIn(headText(last))).toEqual(last);
    expect(last.position).toBe(2);
  });
});
