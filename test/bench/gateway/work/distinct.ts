import { Random } from './random.js';
import { shapeOf, type Argument, type Selected } from './shape.js';
import type { ClientRequest, Work } from './work.js';

/**
 * Selections of fields among which the documents vary; their texts never repeat. Unit: selections.
 *
 * Real clients write literals, aliases and names into documents without end, but know a bounded number of selections.
 */
const SHAPES = 200;

/** How often a field is renamed, and an argument given as a variable. Unit: percent. */
const OFTEN = { alias: 20, variable: 50 };

/** Documents and variables that no gateway has seen before. */
export const DISTINCT: Work = {
  name: 'distinct',
  title: 'distinct documents and variables',
  connections: 50,
  isFixed: false,
  request: (n) => new DocumentText(n).request(shapeOf(n % SHAPES)),
};

class DocumentText {
  readonly #random: Random;
  readonly #variables = new Map<string, { readonly type: string; readonly value: number | string }>();

  constructor(readonly n: number) {
    this.#random = new Random(n);
  }

  request(shape: readonly Selected[]): ClientRequest {
    const selection = this.#selection(shape);
    const operationName = `Asked${this.n}`;
    const declared = [...this.#variables].map(([name, { type }]) => `$${name}: ${type}`).join(', ');
    const values = [...this.#variables].map(([name, { value }]) => [name, value] as const);
    return {
      query: `query ${operationName}${declared && `(${declared})`} ${selection}`,
      operationName,
      variables: Object.fromEntries(values),
    };
  }

  #selection(shape: readonly Selected[]): string {
    const fields = this.#random.shuffled(shape).map((field, index) => this.#field(field, index));
    return `{ ${fields.join(' ')} }`;
  }

  #field({ name, argument, below }: Selected, index: number): string {
    const alias = this.#random.isWithin(OFTEN.alias) ? `a${this.n % 1_000}_${index}: ` : '';
    const given = argument ? `(${argument.name}: ${this.#value(argument)})` : '';
    return `${alias}${name}${given}${below.length > 0 ? ` ${this.#selection(below)}` : ''}`;
  }

  #value({ type, upTo }: Argument): string {
    const number = 1 + this.#random.below(upTo);
    const value = type === 'Int' ? number : String(number);
    if (!this.#random.isWithin(OFTEN.variable)) return JSON.stringify(value);
    const name = `v${this.#variables.size}_${this.n % 1_000}`;
    this.#variables.set(name, { type, value });
    return `$${name}`;
  }
}
