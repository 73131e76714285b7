import { isFalse, textIn } from '../reading/directives.js';
import { normalised, topFieldsOf } from '../reading/field-set.js';
import type { MemberReading, TypeReading } from '../reading/subgraph.js';

/** The keys of a type in one spelling. */
export function keysOf(type: TypeReading): readonly string[] {
  return keyTexts(type).flatMap((fields) => normalised(fields) ?? []);
}

/** The fields of a type that its keys name. */
export function keyFieldsOf(type: TypeReading): ReadonlySet<string> {
  return new Set(keyTexts(type).flatMap(topFieldsOf));
}

/** Whether an SDL only refers to a type: it says no more than its keys, and answers none of them. */
export function isStub(type: TypeReading): boolean {
  const keys = type.uses.filter(({ meaning }) => meaning === 'key');
  return isReference(type) && keys.every((key) => isFalse(key, 'resolvable'));
}

/** Whether an SDL says no more of a type than its keys, as those do who only refer to it. */
export function isReference(type: TypeReading): boolean {
  const keys = keyFieldsOf(type);
  return keys.size > 0 && [...type.members.values()].every((each) => isExternal(each) || keys.has(each.name));
}

/** Whether a type is referred to before its owner serves it: somebody has to be the first. */
export function isFirstReference(type: TypeReading, elsewhere: readonly TypeReading[]): boolean {
  return elsewhere.length === 0 && isReference(type);
}

/** Whether a field only repeats what another subgraph answers. */
export function isExternal({ uses }: MemberReading): boolean {
  return uses.some(({ meaning }) => meaning === 'external');
}

function keyTexts({ uses }: TypeReading): readonly string[] {
  return uses.filter(({ meaning }) => meaning === 'key').flatMap((key) => textIn(key, 'fields') ?? []);
}
