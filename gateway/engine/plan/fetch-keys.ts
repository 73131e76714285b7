import type { SelectedField } from '../operation.js';
import { getNamedType, isCompositeType, type GraphQLOutputType } from 'graphql';

/**
 * The keys under which the parts of an operation are fetched, apart from the client's own keys. One field with one set
 * of arguments has one key in the whole operation, so whatever is fetched of a record can be shared by all its places;
 * and what the client calls `id` is never taken for a record's id.
 */
export class FetchKeys {
  private readonly bySignature = new Map<string, string>();
  private readonly taken = new Set<string>();

  /** @param signature the field's arguments and directives as they are sent, the text of none if there are none */
  keyOf({ name, field }: SelectedField, signature: string): string {
    const whole = `${name}${signature}:${shapeOf(field?.type)}`;
    const known = this.bySignature.get(whole);
    if (known !== undefined) return known;
    const key = this.free(name, signature !== '');
    this.bySignature.set(whole, key);
    this.taken.add(key);
    return key;
  }

  private free(name: string, isSpecial: boolean): string {
    if (!isSpecial && !this.taken.has(name)) return name;
    let n = 1;
    while (this.taken.has(`${name}__${n}`)) n += 1;
    return `${name}__${n}`;
  }
}

/** What two fields under one key must have in common: the lists and nulls, and the type of leaves. */
function shapeOf(type: GraphQLOutputType | undefined): string {
  const named = getNamedType(type);
  return isCompositeType(named) ? String(type).replace(named.name, '') : String(type);
}
