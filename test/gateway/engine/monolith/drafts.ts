import type { Sdls } from './graph.js';

/** A field of a draft. */
export interface FieldDraft {
  /** Arguments, with their brackets; empty for none. */
  readonly args: string;
  readonly type: string;
  readonly directives: string;
  /** Selection of a part of its value, with brackets; empty for a leaf; nothing where no part can be named. */
  readonly part?: string;
}

/** A type of a draft, as one subgraph has it. */
export interface TypeDraft {
  readonly kind: 'type' | 'interface';
  readonly interfaces: string[];
  readonly directives: string[];
  readonly fields: Map<string, FieldDraft>;
}

/** One subgraph that is being drafted. */
export class SubgraphDraft {
  readonly types = new Map<string, TypeDraft>();
  readonly unions = new Map<string, readonly string[]>();

  constructor(readonly name: string) {}

  /** The type of a name, which is begun where there is none yet. */
  type(name: string, kind: TypeDraft['kind'] = 'type'): TypeDraft {
    const known = this.types.get(name) ?? { kind, interfaces: [], directives: [], fields: new Map() };
    this.types.set(name, known);
    return known;
  }

  /** Object types that are no roots. */
  objects(): readonly string[] {
    return [...this.types]
      .filter(
        ([name, { kind, fields }]) =>
          kind === 'type' && name !== 'Query' && name !== 'Mutation' && fields.size,
      )
      .map(([name]) => name);
  }

  /** All types that a field may lead to. */
  composites(): readonly string[] {
    const interfaces = [...this.types].filter(([, { kind }]) => kind === 'interface').map(([name]) => name);
    return [...this.objects(), ...interfaces, ...this.unions.keys()];
  }

  /** The subgraph as text. */
  sdl(): string {
    const types = [...this.types].filter(([, { fields }]) => fields.size > 0).map(typeText);
    const unions = [...this.unions].map(([name, members]) => `union ${name} = ${members.join(' | ')}`);
    return [...COMMON, ...unions, ...types].join('\n');
  }
}

/** What every subgraph has alike. */
const COMMON = [
  'scalar Any',
  'enum Colour { RED GREEN BLUE }',
  'input Choice { colour: Colour = RED n: Int list: [Choice!] text: String! = "t" }',
];

/** All subgraphs as text. */
export function sdlsOf(drafts: readonly SubgraphDraft[]): Sdls {
  return Object.fromEntries(drafts.map((draft) => [draft.name, draft.sdl()]));
}

function typeText([name, { kind, interfaces, directives, fields }]: [string, TypeDraft]): string {
  const implementing = interfaces.length > 0 ? ` implements ${interfaces.join(' & ')}` : '';
  const head = [`${kind} ${name}${implementing}`, ...directives].join(' ');
  const lines = [...fields].map(([field, each]) =>
    `  ${field}${each.args}: ${each.type} ${each.directives}`.trimEnd(),
  );
  return `${head} {\n${lines.join('\n')}\n}`;
}
