import type { Dice } from './dice.js';
import type { FieldDraft, SubgraphDraft } from './drafts.js';

const LEAVES = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Colour', 'Any'];

const ARGUMENTS = [
  'n: Int',
  'n: Int = 3',
  'in: Choice',
  'list: [Int!]',
  'c: Colour = BLUE',
  'ids: [ID]',
  'f: Float!',
];

/** What to write for an argument that must be given. */
const GIVEN: Readonly<Record<string, string>> = {
  'f: Float!': 'f: 1.5',
  'n: Int': 'n: 4',
  'c: Colour = BLUE': 'c: RED',
};

/** A field with a value that has no parts. */
export function leafField(dice: Dice): FieldDraft {
  return { args: argumentsFor(dice), type: wrapped(dice.pick(LEAVES), dice), directives: '', part: '' };
}

/** A field of a value type that every subgraph has. */
export function valueField(dice: Dice, type: string, part: string): FieldDraft {
  return { args: argumentsFor(dice), type: wrapped(type, dice), directives: '', part };
}

/** A field that leads to another type of its subgraph. */
export function wayField(dice: Dice, subgraph: SubgraphDraft): FieldDraft {
  return { args: argumentsFor(dice), type: wrapped(dice.pick(subgraph.composites()), dice), directives: '' };
}

/** How a field set names a field: with arguments where it has some, and with a part of its value. */
export function inFieldSet(name: string, { args, part = '' }: FieldDraft, dice: Dice): string {
  const stated = args === '' ? undefined : args.slice(1, -1);
  const given = stated === undefined ? undefined : GIVEN[stated];
  const isGiven = given !== undefined && (stated?.includes('!') || dice.chance(0.6));
  return `${name}${isGiven ? `(${given})` : ''}${part}`;
}

function argumentsFor(dice: Dice): string {
  return dice.chance(0.3) ? `(${dice.pick(ARGUMENTS)})` : '';
}

function wrapped(type: string, dice: Dice): string {
  const inner = `${type}${dice.chance(0.3) ? '!' : ''}`;
  if (dice.chance(0.6)) return inner;
  const list = `[${inner}]${dice.chance(0.3) ? '!' : ''}`;
  return dice.chance(0.8) ? list : `[${list}]${dice.chance(0.3) ? '!' : ''}`;
}

/** A field without arguments and rules. */
export function plain(type: string): FieldDraft {
  return { args: '', type, directives: '' };
}
