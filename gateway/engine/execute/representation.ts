import type { Required, RequiredFragment, RequiredKey } from '../plan/plan.js';
import { isData, typenameOf, type Data } from './data.js';
import type { TypeRelations } from './type-relations.js';

/** What a subgraph is told of an object, as JSON; `null` where the object is of another type or lacks a key. */
export type Represent = (object: Data) => string | null;

/** Makes the function that represents objects as a fetch requires. */
export function representing(requires: readonly Required[], relations: TypeRelations): Represent {
  const byType = new Map<string | undefined, Represent>();
  return (object) => {
    const type = typenameOf(object);
    const known = byType.get(type);
    if (known) return known(object);
    const made = representingType(keysFor(requires, type, relations), relations);
    // A subgraph may name any number of types that there are not.
    if (type === undefined || relations.isKnown(type)) byType.set(type, made);
    return made(object);
  };
}

function representingType(keys: readonly RequiredKey[], relations: TypeRelations): Represent {
  if (!keys.some(({ key }) => key === '__typename')) return () => null;
  const heads = keys.map(({ name }, index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  return (object) => {
    let json = '';
    for (const [index, key] of keys.entries()) {
      const value = valueOf(object[key.key], key, relations);
      if (value === undefined) return null;
      json += heads[index] + value;
    }
    return `${json}}`;
  };
}

/** The value as JSON; nothing where it or a part of it is missing. */
function valueOf(value: unknown, { parts }: RequiredKey, relations: TypeRelations): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' || !parts || value === null) return JSON.stringify(value);
  return partsOf(value, parts, relations);
}

function partsOf(value: unknown, parts: readonly Required[], relations: TypeRelations): string | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    const items = value.map((each: unknown) => partsOf(each, parts, relations));
    return items.includes(undefined) ? undefined : `[${items.join(',')}]`;
  }
  if (!isData(value)) return undefined;
  const entries = keysFor(parts, typenameOf(value), relations).map((key) => {
    const inner = valueOf(value[key.key], key, relations);
    return inner && `${JSON.stringify(key.name)}:${inner}`;
  });
  return entries.includes(undefined) ? undefined : `{${entries.join(',')}}`;
}

/** The keys that are told of objects of a type. */
function keysFor(
  parts: readonly Required[],
  type: string | undefined,
  relations: TypeRelations,
): readonly RequiredKey[] {
  const found = new Map<string, RequiredKey>();
  for (const key of flat(parts, (fragment) => applies(fragment, type, relations))) {
    const known = found.get(key.name);
    const inner = [...(known?.parts ?? []), ...(key.parts ?? [])];
    found.set(key.name, { ...key, ...(inner.length > 0 && { parts: inner }) });
  }
  return [...found.values()];
}

function flat(
  parts: readonly Required[],
  isMeant: (fragment: RequiredFragment) => boolean,
): readonly RequiredKey[] {
  return parts.flatMap((part) => {
    if (part.kind === 'key') return [part];
    return isMeant(part) ? flat(part.parts, isMeant) : [];
  });
}

function applies(
  { type: condition }: RequiredFragment,
  type: string | undefined,
  relations: TypeRelations,
): boolean {
  return condition === undefined || (type !== undefined && relations.isOf(type, condition));
}
