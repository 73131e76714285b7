import type { FieldFacts } from './schema-facts.js';
import type { FieldNode } from 'graphql';

/** What stands under one key of the answer. */
interface Asked {
  readonly name: string;
  readonly type: string;
  readonly hasArguments: boolean;
  /** The keys below; nothing for a leaf. */
  readonly below?: AnswerKeys;
}

/** The keys of the answer at one place, whichever fragments they stand in. */
export class AnswerKeys {
  private readonly byKey = new Map<string, Asked>();

  /**
   * Adds what a field answers. A key may stand for a second field only if that is surely the same: of one name and type,
   * without arguments. What it holds then stands beside what the first one holds.
   *
   * @returns the keys below, for which there are none at a leaf; `null` if the two may be at odds.
   */
  add({ name, alias, arguments: given = [] }: FieldNode, { type, below }: FieldFacts): AnswerKeys | null {
    const key = (alias ?? name).value;
    const hasArguments = given.length > 0;
    const known = this.byKey.get(key);
    if (!known) {
      const asked = { name: name.value, type, hasArguments, below: below ? new AnswerKeys() : NONE };
      this.byKey.set(key, asked);
      return asked.below;
    }
    const isSame = known.name === name.value && known.type === type && !known.hasArguments && !hasArguments;
    return isSame ? (known.below ?? NONE) : null;
  }
}

const NONE = new AnswerKeys();
