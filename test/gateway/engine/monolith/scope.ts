import { isObjectType, type GraphQLCompositeType } from 'graphql';

/** What the keys of one place in the answer stand for. */
export type Scope = Map<string, Meant & { readonly below: Scope }>;

/** What a key of an answer stands for. */
export interface Meant {
  /** The field with its arguments. */
  readonly meaning: string;
  readonly parent: GraphQLCompositeType;
  readonly type: string;
}

/** A key that is wished for. */
export interface Wanted extends Meant {
  readonly wanted: string;
}

/** Two meanings of one key merge when they are the same, or never meet since their object types differ. */
function isMergeable(a: Meant, b: Meant): boolean {
  if (a.type !== b.type) return false;
  const neverMeet = isObjectType(a.parent) && isObjectType(b.parent) && a.parent !== b.parent;
  return a.meaning === b.meaning || neverMeet;
}

/** Finds keys under which fields do not collide. */
export class KeyMaker {
  private aliases = 0;

  /** The wanted key where it means the same there or nothing yet, else one of its own. */
  keyIn(scope: Scope, { wanted, meaning, parent, type }: Wanted): { key: string; below: Scope } {
    const known = scope.get(wanted);
    if (known && isMergeable(known, { meaning, parent, type })) return { key: wanted, below: known.below };
    this.aliases += known ? 1 : 0;
    const key = known ? `own${this.aliases}` : wanted;
    const below: Scope = new Map();
    scope.set(key, { meaning, parent, type, below });
    return { key, below };
  }
}
