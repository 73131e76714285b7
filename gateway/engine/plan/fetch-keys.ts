import type { SelectedField } from '../operation.js';
import { getNamedType, isCompositeType, type GraphQLOutputType } from 'graphql';

/**
 * The keys under which the parts of an operation are fetched, apart from the client's own keys. One field that is
 * asked for in one way has one key in the whole operation, so whatever is fetched of a record can be shared by all its places;
 * and what the client calls `id` is never taken for a record's id.
 */
export class FetchKeys {
  private readonly bySignature = new Map<string, string>();
  private readonly aliases = new Map<string, string[]>();
  private readonly taken = new Set<string>();

  /**
   * @param signature what tells the field from others of its name, as it is sent; the text of none if nothing does
   * @param alias what the client calls it, where what is under one name must be apart from what is under another
   */
  keyOf({ name, field }: SelectedField, signature: string, alias: string | null): string {
    const same = `${name}${signature}:${shapeOf(field?.type)}`;
    const place = alias === null ? 0 : this.placeOf(alias, same);
    const whole = place === 0 ? same : `${same} ${place}`;
    const known = this.bySignature.get(whole);
    if (known !== undefined) return known;
    const key = this.free(name, signature !== '' || place > 0);
    this.bySignature.set(whole, key);
    this.taken.add(key);
    return key;
  }

  /** Among the names of one and the same, the how many-th this is. */
  private placeOf(alias: string, same: string): number {
    const aliases = this.aliases.get(same) ?? [];
    this.aliases.set(same, aliases);
    if (!aliases.includes(alias)) aliases.push(alias);
    return aliases.indexOf(alias);
  }

  private free(name: string, isSpecial: boolean): string {
    if (!isSpecial && !this.taken.has(name)) return name;
    let n = 1;
    while (this.taken.has(`${name}__${n}`)) n += 1;
    return `${name}__${n}`;
  }
}

const shapes = new WeakMap<GraphQLOutputType, string>();

/** What two fields under one key must have in common: the lists and nulls, and the type of leaves. */
function shapeOf(type: GraphQLOutputType | undefined): string {
  if (!type) return String(type);
  const known = shapes.get(type);
  if (known !== undefined) return known;
  const named = getNamedType(type);
  const shape = isCompositeType(named) ? String(type).replace(named.name, '') : String(type);
  shapes.set(type, shape);
  return shape;
}
