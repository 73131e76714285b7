import type { MemberReading, SubgraphReading, TypeReading } from '../reading/subgraph.js';
import type { OwnerOf } from './owners.js';
import type { Right } from './right.js';
import type { RuleCode } from './rule-words.js';
import type { World } from './world.js';

/** Something of another agency that an SDL touches, and the right that this takes. */
export interface Need {
  readonly rule: RuleCode;
  readonly owner: string;
  readonly right: Right;
  readonly coordinate: string;
  readonly line?: number;
}

/** An SDL that is judged, and who owns what. */
export interface Case {
  readonly reading: SubgraphReading;
  readonly ownerOf: OwnerOf;
  readonly world: World;
}

/** One type of the SDL. */
export interface TypeCase extends Case {
  readonly type: TypeReading;
  /** Its owner, when that is not the agency whose SDL it is. */
  readonly host: string | undefined;
  /** The type as the other subgraphs serve it, and as its owner will; those of the owner before all others. */
  readonly elsewhere: readonly TypeReading[];
}

/** One field or value of a type. */
export interface MemberCase extends TypeCase {
  readonly member: MemberReading;
  readonly coordinate: string;
}

/** A case for each type of an SDL. */
export function typeCases(judged: Case): readonly TypeCase[] {
  const { reading, ownerOf } = judged;
  return [...reading.types.values()].map((type) => {
    const owner = ownerOf(type.name);
    const host = owner === reading.agency ? undefined : owner;
    return { ...judged, type, host, elsewhere: elsewhereOf(type.name, judged, owner) };
  });
}

/** A case for each field or value of a type. */
export function memberCases(typeCase: TypeCase): readonly MemberCase[] {
  const { type } = typeCase;
  return [...type.members.values()].map((member) => ({
    ...typeCase,
    member,
    coordinate: `${type.name}.${member.name}`,
  }));
}

function elsewhereOf(name: string, { reading, world }: Case, owner: string | undefined) {
  const coming = (world.coming ?? [])
    .map((each) => each.reading)
    .filter(({ agency }) => agency === owner && agency !== reading.agency);
  const others = [...coming, ...world.served].filter(({ subgraph }) => subgraph !== reading.subgraph);
  const ordered = [
    ...others.filter(({ agency }) => agency === owner),
    ...others.filter(({ agency }) => agency !== owner),
  ];
  return ordered.flatMap(({ types }) => types.get(name) ?? []);
}
