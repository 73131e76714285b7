import type { Dice } from './dice.js';
import type { SubgraphDraft } from './drafts.js';
import { leafField, plain, wayField } from './field-makers.js';

/** Adds an interface with a key to one subgraph, which others take for an object. */
export function addMedia(dice: Dice, subgraphs: readonly SubgraphDraft[], name: () => string): void {
  const [home, ...others] = subgraphs;
  if (!home) return;
  const media = home.type('Media', 'interface');
  for (const type of ['Media', 'Book', ...(dice.chance(0.7) ? ['Film'] : [])]) {
    const draft = home.type(type);
    draft.directives.push('@key(fields: "id")');
    draft.fields.set('id', plain('ID!')).set('title', plain('String'));
    if (draft !== media) draft.interfaces.push('Media');
    if (draft !== media) draft.fields.set(name(), leafField(dice));
  }
  const taking = others.filter((_, place) => place === 0 || dice.chance(0.5));
  for (const other of taking) addObject(dice, other, name);
}

/** Has a subgraph take the interface for an object; some of its fields may require what the interface has. */
function addObject(dice: Dice, subgraph: SubgraphDraft, name: () => string): void {
  const object = subgraph.type('Media');
  object.directives.push('@key(fields: "id") @interfaceObject');
  object.fields.set('id', plain('ID!')).set(name(), leafField(dice));
  object.fields.set(name(), wayField(dice, subgraph));
  if (dice.chance(0.5)) return;
  object.fields.set('title', { ...plain('String'), directives: '@external' });
  object.fields.set(name(), { ...leafField(dice), directives: '@requires(fields: "title")' });
}
