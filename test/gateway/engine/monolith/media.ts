import type { Dice } from './dice.js';
import type { SubgraphDraft } from './drafts.js';
import { leafField, plain, wayField } from './field-makers.js';

/** Adds an interface with a key to one subgraph, which another one takes for an object. */
export function addMedia(dice: Dice, subgraphs: readonly SubgraphDraft[], name: () => string): void {
  const [home, other] = subgraphs;
  if (!home || !other) return;
  const media = home.type('Media', 'interface');
  for (const type of ['Media', 'Book', 'Film']) {
    const draft = home.type(type);
    draft.directives.push('@key(fields: "id")');
    draft.fields.set('id', plain('ID!')).set('title', plain('String'));
    if (draft !== media) draft.interfaces.push('Media');
    if (draft !== media) draft.fields.set(name(), leafField(dice));
  }
  const object = other.type('Media');
  object.directives.push('@key(fields: "id") @interfaceObject');
  object.fields.set('id', plain('ID!')).set(name(), leafField(dice));
  object.fields.set(name(), wayField(dice, other));
}
