import type { Land } from './land.js';
import { chanceOf, keyFor, shuffled, type Chance } from './random.js';

/** A record by its properties, as its class names them. */
export type Values = Readonly<Record<string, unknown>> & { readonly key: string };

/** The rows of one table: each is made from its number alone, so that none has to be remembered. */
export interface Rows {
  /** Name of the record class. */
  readonly type: string;
  /** Unit: rows. */
  readonly count: number;
  /** `null` where there is none of that number. */
  readonly row: (nth: number) => Omit<Values, 'key'> | null;
  /** What the keys are made from, where one class has several kinds of rows. Default: the class. */
  readonly kind?: string;
}

/** The nation that a seed and a scale stand for, on the land that the first data knows. */
export interface Nation {
  readonly land: Land;
  /** The part of the whole nation that is made: 1, 0.1, 0.01. */
  readonly scale: number;
  /** How many there are of what the whole nation has so many of; at least one. */
  count(whole: number): number;
  /** The key of the nth record of a kind. */
  key(kind: string, nth: number): string;
  /** The reference to the nth record of a kind. */
  ref(type: string, kind: string, nth: number): string;
  /** What decides about the nth record of a kind. */
  chance(kind: string, nth: number): Chance;
}

/** Draws the nation. */
export function nationOf(
  land: Land,
  { seed, scale }: { readonly seed: string; readonly scale: number },
): Nation {
  const key = (kind: string, nth: number): string => keyFor(seed, kind, nth);
  return {
    land: { ...land, communes: shuffled(land.communes, chanceOf(seed)) },
    scale,
    count: (whole) => Math.max(1, Math.round(whole * scale)),
    key,
    ref: (type, kind, nth) => `${type}:${key(kind, nth)}`,
    chance: (kind, nth) => chanceOf(`${seed}/${kind}/${nth}`),
  };
}

/** The doubt that every synthetic record carries. */
export const SYNTHETIC = {
  code: 'SYNTHETIC',
  severity: 'WARNING',
  messageVi: 'Dữ liệu mô phỏng, không có thật',
  messageEn: 'Synthetic, not real',
  readings: [],
} as const;
