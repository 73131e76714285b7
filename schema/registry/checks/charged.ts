import type { Judged } from '../ownership/world.js';
import { namedIn } from '../reading/field-set.js';
import { isRoot } from '../reading/roots.js';
import type { SubgraphReading, TypeReading } from '../reading/subgraph.js';
import { print, specifiedScalarTypes } from 'graphql';

/** An SDL that changes, with what makes it differ from the one that is served. */
export interface Changing extends Judged {
  /** What each part that is new, gone or altered says, before and after; by coordinate. */
  readonly parts: ReadonlyMap<string, string>;
}

/** Compares an SDL with what is served in its stead until now; descriptions aside. */
export function changingFrom(former: SubgraphReading | undefined, judged: Judged): Changing {
  const [before, after] = [spelledParts(former), spelledParts(judged.reading)];
  const places = [...new Set([...before.keys(), ...after.keys()])];
  const differing = places.filter((place) => before.get(place) !== after.get(place));
  const parts = differing.map((place) => [place, [before.get(place), after.get(place)].join('\n')] as const);
  return { ...judged, parts: new Map(parts) };
}

/**
 * Those of several that change at once who answer for what becomes of a part of the graph: whose own SDL differs there,
 * else who changes something that names its types, else all of them.
 */
export function chargedWith(coordinate: string, all: readonly Changing[]): readonly Changing[] {
  const [type = '', member] = coordinate.replace(/\(.*$/, '').split('.');
  const place = member === undefined ? type : `${type}.${member}`;
  const there = all.filter(({ parts }) => parts.has(place));
  if (there.length > 0) return there;
  const names = [isRoot(type) ? [] : type, valuesAt(place, all)].flat();
  const named = new RegExp(`\\b(?:${names.join('|')})\\b`);
  const near = all.filter(({ parts }) => [...parts.values()].some((part) => named.test(part)));
  return near.length > 0 ? near : all;
}

/** The types that a field answers with: it demands what they demand. */
function valuesAt(place: string, all: readonly Changing[]): readonly string[] {
  const [type = '', member = ''] = place.split('.');
  const nodes = all.flatMap(({ reading }) => reading.types.get(type)?.members.get(member)?.node ?? []);
  return nodes
    .flatMap((node) => ('type' in node ? namedIn(node.type) : []))
    .filter((each) => !PLAIN.has(each));
}

/** Nobody's, and named by all. */
const PLAIN: ReadonlySet<string> = new Set(specifiedScalarTypes.map(({ name }) => name));

/** Whatever kind a type is of, nothing else has members. */
const HEAD_ONLY = { description: undefined, fields: [], values: [] };

type Spelled = readonly [coordinate: string, text: string];

function spelledParts(reading: SubgraphReading | undefined): ReadonlyMap<string, string> {
  return new Map([...(reading?.types.values() ?? [])].flatMap(partsOf));
}

function partsOf({ name, nodes, members }: TypeReading): readonly Spelled[] {
  const heads = nodes.map((node) => print({ ...node, ...HEAD_ONLY }).replace(/^extend /, ''));
  return [
    [name, [...new Set(heads)].toSorted().join('\n')],
    ...[...members.values()].map((each): Spelled => [
      `${name}.${each.name}`,
      print({ ...each.node, description: undefined }),
    ]),
  ];
}
