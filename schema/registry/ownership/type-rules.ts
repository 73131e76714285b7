import { textIn } from '../reading/directives.js';
import { areTypesAlike, changingUses, kindOf, namesWithin } from './alike.js';
import { isFirstReference, keysOf } from './keys.js';
import { HUB } from './law.js';
import type { Need, TypeCase } from './needs.js';
import { isRoot } from '../reading/roots.js';
import type { TypeReading } from '../reading/subgraph.js';
import type { World } from './world.js';

/** What a type of an SDL needs of other agencies, its fields aside. */
export function typeNeeds(given: TypeCase): readonly Need[] {
  if (given.world.law.shared.has(given.type.name)) return sharedNeeds(given);
  const rules = isRoot(given.type.name) ? [alteredNeeds] : TYPE_RULES;
  const ofHost = given.host === undefined ? [] : rules.flatMap((rule) => rule(given, given.host ?? ''));
  return [...ofHost, ...interfaceNeeds(given)];
}

/** What everybody may define, all alike. */
function sharedNeeds({ type, elsewhere, host, reading, world }: TypeCase): readonly Need[] {
  const former = world.served.find(({ subgraph }) => subgraph === reading.subgraph)?.types.get(type.name);
  const served = former ? [...elsewhere, former] : elsewhere;
  const known = served.length > 0 ? served : besides(type.name, reading.agency, world);
  const isAlike = known.length === 0 || known.some((other) => areTypesAlike(type, other));
  if (isAlike || host === undefined) return [];
  return [{ rule: 'OWNER_DEFINED', owner: HUB, right: 'DEFINE', coordinate: type.name, line: type.line }];
}

/** A type as other agencies would serve it at once, where nobody serves it yet. */
function besides(name: string, agency: string, { coming = [] }: World): readonly TypeReading[] {
  return coming
    .filter(({ reading }) => reading.agency !== agency)
    .flatMap(({ reading }) => reading.types.get(name) ?? []);
}

type TypeRule = (given: TypeCase, owner: string) => readonly Need[];

const TYPE_RULES: readonly TypeRule[] = [referenceNeeds, kindNeeds, keyNeeds, alteredNeeds, memberNeeds];

function referenceNeeds({ type }: TypeCase, owner: string): readonly Need[] {
  return [{ rule: 'OWNER_REFERENCED', owner, right: 'REFERENCE', coordinate: type.name, line: type.line }];
}

/** Kinds that change as a whole: what one leaves out, or adds, is gone or new for all. */
const WHOLE_KINDS: ReadonlySet<string> = new Set(['Enum', 'InputObject', 'Scalar']);

/** A type of another kind, one that nobody serves yet, or one that is only alike as a whole. */
function kindNeeds({ type, elsewhere }: TypeCase, owner: string): readonly Need[] {
  const ofKind = elsewhere.filter((other) => kindOf(other) === kindOf(type));
  const isAlike = WHOLE_KINDS.has(kindOf(type))
    ? ofKind.some((other) => areTypesAlike(type, other))
    : ofKind.length > 0;
  if (isAlike || isFirstReference(type, elsewhere)) return [];
  return [{ rule: 'OWNER_DEFINED', owner, right: 'DEFINE', coordinate: type.name, line: type.line }];
}

function keyNeeds({ type, elsewhere }: TypeCase, owner: string): readonly Need[] {
  const theirs = new Set(elsewhere.flatMap(keysOf));
  const isNew = keysOf(type).some((key) => !theirs.has(key));
  if (!isNew || elsewhere.length === 0) return [];
  return [{ rule: 'OWNER_KEYED', owner, right: 'DEFINE', coordinate: type.name, line: type.line }];
}

function alteredNeeds({ type, elsewhere }: TypeCase, owner: string): readonly Need[] {
  const theirs = new Set(elsewhere.flatMap(({ uses }) => changingUses(uses)));
  const isForeign = changingUses(type.uses).some((use) => !theirs.has(use));
  if (!isForeign) return [];
  return [{ rule: 'OWNER_ALTERED', owner, right: 'DEFINE', coordinate: type.name, line: type.line }];
}

/** Interfaces that another's type would have, and types that another's union would have. */
function memberNeeds({ type, elsewhere }: TypeCase, owner: string): readonly Need[] {
  const isMore = (part: 'interfaces' | 'types') => {
    const theirs = new Set(elsewhere.flatMap((other) => namesWithin(other, part)));
    return namesWithin(type, part).some((name) => !theirs.has(name));
  };
  const at = { owner, right: 'EXTEND', coordinate: type.name, line: type.line } as const;
  return [
    ...(isMore('interfaces') ? [{ ...at, rule: 'OWNER_IMPLEMENTED' } as const] : []),
    ...(isMore('types') ? [{ ...at, rule: 'OWNER_EXTENDED' } as const] : []),
  ];
}

/** Interfaces of other agencies that the agency's own type implements. */
function interfaceNeeds({ type, host, ownerOf, reading, world }: TypeCase): readonly Need[] {
  if (host !== undefined) return [];
  return namesWithin(type, 'interfaces').flatMap((coordinate) => {
    const owner = ownerOf(coordinate);
    const isFree = owner === undefined || owner === reading.agency || world.law.shared.has(coordinate);
    if (isFree) return [];
    return [{ rule: 'OWNER_IMPLEMENTED', owner, right: 'EXTEND', coordinate, line: type.line } as const];
  });
}

/** What an SDL says by `@owner` against the law, or of what is new for somebody else. */
export function claimNeeds(given: TypeCase): readonly Need[] {
  const { type, ownerOf, reading } = given;
  const parts = [
    { coordinate: type.name, uses: type.uses, line: type.line },
    ...[...type.members.values()].map(({ name, uses, line }) => ({
      coordinate: `${type.name}.${name}`,
      uses,
      line,
    })),
  ];
  return parts.flatMap(({ coordinate, uses, line }) => {
    const owner = ownerOf(coordinate) ?? reading.agency;
    const isWrong = uses.some((use) => use.meaning === 'owner' && textIn(use, 'agency') !== owner);
    return isWrong ? [{ rule: 'OWNER_CLAIMED', owner, right: 'CEDE', coordinate, line } as const] : [];
  });
}
