import { HubError } from '../../../../schema/contract/errors.js';
import type { Dice } from './dice.js';
import { SubgraphDraft, sdlsOf, type FieldDraft } from './drafts.js';
import { foreignFields, type Foreign } from './foreign.js';
import { inFieldSet, leafField, plain, valueField, wayField } from './field-makers.js';
import { addMedia } from './media.js';
import { KEY_STYLES } from './key-styles.js';
import { graphOf, type Graph, type Sdls } from './graph.js';

/** How often a rule of federation is used where it could be. */
const SHARE = {
  knows: 0.7,
  requires: 0.6,
  provides: 0.4,
  shareable: 0.2,
  override: 0.1,
  mutation: 0.5,
  way: 0.45,
};

/** Drafts until one composes. Unit: drafts. */
const MAX_DRAFTS = 30;

/** A graph made at random. @throws HubError INVALID_INPUT when no draft composed. */
export function randomGraph(dice: Dice, left = MAX_DRAFTS): Graph {
  const sdls = new GraphMaker(dice).make();
  try {
    return graphOf(sdls);
  } catch (error) {
    if (left <= 1 || !(error instanceof HubError)) throw error;
    return randomGraph(dice, left - 1);
  }
}

/** Drafts a graph. */
class GraphMaker {
  private readonly subgraphs: readonly SubgraphDraft[];
  private readonly entities = new Map<string, readonly SubgraphDraft[]>();
  private names = 0;

  constructor(private readonly dice: Dice) {
    const all = ['north', 'east', 'south', 'west'];
    this.subgraphs = all.slice(0, 2 + dice.int(3)).map((name) => new SubgraphDraft(name));
  }

  make(): Sdls {
    this.addValues();
    for (let number = 0; number < 2 + this.dice.int(2); number += 1) this.addEntity(`Entity${number}`);
    if (this.dice.chance(0.5)) addMedia(this.dice, this.subgraphs, () => this.name('o'));
    for (const subgraph of this.subgraphs) this.addAbstract(subgraph);
    for (const [type, known] of this.entities) for (const each of known) this.addFields(type, each);
    for (const [type, known] of this.entities) for (const each of known) this.addRules(type, each);
    for (const subgraph of this.subgraphs) this.addRoots(subgraph);
    this.addSharedRoot();
    return sdlsOf(this.subgraphs);
  }

  private name(prefix: string): string {
    this.names += 1;
    return `${prefix}${this.names}`;
  }

  private addValues(): void {
    const fields = Array.from({ length: 3 }, () => [this.name('v'), leafField(this.dice)] as const);
    for (const subgraph of this.subgraphs) {
      const mark = subgraph.type('Mark');
      mark.directives.push('@shareable');
      mark.fields.set('x', plain('Int!')).set('y', plain('String!'));
      const value = subgraph.type('Value');
      value.directives.push('@shareable');
      for (const [name, field] of fields) value.fields.set(name, field);
      value.fields.set('mark', plain('Mark'));
    }
  }

  private addEntity(type: string): void {
    const { keysAt, fields } = this.dice.pick(KEY_STYLES);
    const wanted = this.subgraphs.filter(() => this.dice.chance(SHARE.knows));
    const known = wanted.length >= 2 ? wanted : this.subgraphs.slice(0, 2);
    this.entities.set(type, known);
    for (const [place, subgraph] of known.entries()) {
      const draft = subgraph.type(type);
      for (const key of keysAt(place)) {
        draft.directives.push(`@key(fields: "${key}")`);
        for (const name of Object.keys(fields).filter((each) => key.split(' ').includes(each))) {
          draft.fields.set(name, plain(String(fields[name])));
        }
      }
    }
  }

  private addAbstract(subgraph: SubgraphDraft): void {
    const objects = subgraph.objects().filter((each) => each !== 'Media');
    const members = objects.filter(() => this.dice.chance(0.5));
    if (members.length >= 2 && this.dice.chance(0.5)) subgraph.unions.set('Either', members);
    const entities = members.filter((each) => this.entities.has(each));
    if (entities.length === 0 || this.dice.chance(0.4)) return;
    const common = this.name('c');
    const field = leafField(this.dice);
    const name = this.name('Common');
    subgraph.type(name, 'interface').fields.set(common, field);
    for (const each of entities) {
      subgraph.type(each).interfaces.push(name);
      subgraph.type(each).fields.set(common, field);
    }
  }

  private addFields(type: string, subgraph: SubgraphDraft): void {
    const { fields } = subgraph.type(type);
    for (let count = 1 + this.dice.int(3); count > 0; count -= 1) {
      const name = this.name('f');
      const field = this.anyField(subgraph);
      fields.set(name, field);
      const other = this.dice.pick(this.entities.get(type) ?? [subgraph]);
      if (other !== subgraph && field.part !== undefined) this.shareOut(name, { type, subgraph, other });
    }
  }

  private anyField(subgraph: SubgraphDraft): FieldDraft {
    if (this.dice.chance(SHARE.way)) return wayField(this.dice, subgraph);
    if (this.dice.chance(0.25)) return valueField(this.dice, 'Value', ' { mark { x } }');
    return leafField(this.dice);
  }

  /** Lets another subgraph answer a field as well, or instead. */
  private shareOut(name: string, { type, subgraph, other }: Sharing): void {
    const field = subgraph.type(type).fields.get(name);
    if (!field) return;
    if (this.dice.chance(SHARE.shareable)) {
      const shared = { ...field, directives: '@shareable' };
      for (const each of [subgraph, other]) each.type(type).fields.set(name, shared);
    } else if (this.dice.chance(SHARE.override)) {
      const taken = { ...field, directives: `@override(from: "${subgraph.name}")` };
      other.type(type).fields.set(name, taken);
    }
  }

  private addRules(type: string, subgraph: SubgraphDraft): void {
    if (this.dice.chance(SHARE.requires)) this.addRequires(type, subgraph);
    if (this.dice.chance(SHARE.requires / 2)) this.addRequires(type, subgraph);
    if (this.dice.chance(SHARE.provides)) this.addProvides(type, subgraph);
  }

  private addRequires(type: string, subgraph: SubgraphDraft): void {
    const found = this.foreign(type, subgraph).filter(() => this.dice.chance(0.5));
    const chosen = found.slice(0, 1 + this.dice.int(2));
    if (chosen.length === 0) return;
    const { fields } = subgraph.type(type);
    for (const { name, field } of chosen)
      fields.set(name, { ...field, directives: '@external', part: undefined });
    const set = chosen.map(({ name, field }) => inFieldSet(name, field, this.dice)).join(' ');
    const requires = `@requires(fields: ${JSON.stringify(set)})`;
    fields.set(this.name('r'), { ...this.anyField(subgraph), directives: requires });
  }

  private addProvides(type: string, subgraph: SubgraphDraft): void {
    const [found] = this.foreign(type, subgraph).filter(
      ({ field }) => field.part === '' && field.args === '' && field.directives === '',
    );
    if (!found || subgraph.type(type).fields.has(found.name)) return;
    const { name, field, home } = found;
    home.type(type).fields.set(name, { ...field, directives: `${field.directives} @shareable`.trim() });
    subgraph.type(type).fields.set(name, { ...field, directives: '@external', part: undefined });
    const provides = `@provides(fields: "${name}")`;
    const owner = this.dice.pick(['Query', ...subgraph.objects().filter((each) => this.entities.has(each))]);
    subgraph.type(owner).fields.set(this.name('p'), { args: '', type, directives: provides });
  }

  private foreign(type: string, subgraph: SubgraphDraft): readonly Foreign[] {
    return foreignFields(type, subgraph, this.entities.get(type) ?? []);
  }

  private addRoots(subgraph: SubgraphDraft): void {
    for (let count = 1 + this.dice.int(3); count > 0; count -= 1) {
      subgraph.type('Query').fields.set(this.name('q'), wayField(this.dice, subgraph));
    }
    if (!this.dice.chance(SHARE.mutation)) return;
    for (let count = 1 + this.dice.int(2); count > 0; count -= 1) {
      subgraph.type('Mutation').fields.set(this.name('m'), this.anyField(subgraph));
    }
  }

  private addSharedRoot(): void {
    const [type, known] = this.dice.pick([...this.entities]);
    const name = this.name('shared');
    for (const subgraph of known) {
      subgraph.type('Query').fields.set(name, { args: '', type: `[${type}]`, directives: '@shareable' });
    }
  }
}

interface Sharing {
  readonly type: string;
  readonly subgraph: SubgraphDraft;
  readonly other: SubgraphDraft;
}
