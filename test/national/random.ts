import { createHash } from 'node:crypto';
import { stringify } from 'uuid';

/** A source of numbers that look random and are the same whenever it is made from the same text. */
export interface Chance {
  /** A number from 0, below 1. */
  next(): number;
  /** A whole number between two others, both included. */
  between(least: number, most: number): number;
  /** One of a list. */
  of<Item>(items: readonly Item[]): Item;
}

const STEP = 0x6d2b79f5;
const SPAN = 2 ** 32;

/** The chance of a text: `mulberry32` on a hash of it. Source: public domain, Tommy Ettinger. */
export function chanceOf(text: string): Chance {
  let state = hashOf(text);
  const next = (): number => {
    state = (state + STEP) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / SPAN;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return { next, between, of: (items) => at(items, between(0, items.length - 1)) };
}

/** The item at a place, counted around the end. @throws Error when there are none */
export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

/** The same items in an order that the chance says. */
export function shuffled<Item>(items: readonly Item[], chance: Chance): readonly Item[] {
  return items
    .map((item) => ({ item, place: chance.next() }))
    .toSorted((left, right) => left.place - right.place)
    .map(({ item }) => item);
}

/** The version of the keys of synthetic records, which no other record of the hub has. Source: RFC 9562, section 5.8. */
export const SYNTHETIC_KEY_VERSION = '8';

/** The key of the nth record of a kind, the same for one seed at every scale. */
export function keyFor(seed: string, kind: string, nth: number): string {
  const bytes = createHash('sha1').update(`${seed}/${kind}/${nth}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return stringify(bytes);
}

function hashOf(text: string): number {
  return createHash('sha1').update(text).digest().readInt32LE(0);
}
