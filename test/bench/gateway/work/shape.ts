import { Random } from './random.js';

/** A field of the benchmark's schema. */
interface Field {
  readonly name: string;
  /** Type of the objects below; none for a scalar. */
  readonly type?: TypeName;
  readonly argument?: Argument;
}

type TypeName = 'Query' | 'User' | 'Product' | 'Review';

/** The one argument that a field takes. */
export interface Argument {
  readonly name: string;
  readonly type: string;
  /** Values run from 1 to this. */
  readonly upTo: number;
}

/** A selected field, before its text is decided. */
export interface Selected {
  readonly name: string;
  readonly argument?: Argument;
  readonly below: readonly Selected[];
}

const FIELDS: Readonly<Record<TypeName, readonly Field[]>> = {
  Query: [
    { name: 'me', type: 'User' },
    { name: 'user', type: 'User', argument: { name: 'id', type: 'ID!', upTo: 6 } },
    { name: 'users', type: 'User' },
    { name: 'topProducts', type: 'Product', argument: { name: 'first', type: 'Int', upTo: 9 } },
  ],
  User: [...scalars('id', 'name', 'username', 'birthday'), { name: 'reviews', type: 'Review' }],
  Product: [
    ...scalars('upc', 'name', 'price', 'weight', 'inStock', 'shippingEstimate'),
    { name: 'reviews', type: 'Review' },
  ],
  Review: [...scalars('id', 'body'), { name: 'product', type: 'Product' }, { name: 'author', type: 'User' }],
};

function scalars(...names: readonly string[]): readonly Field[] {
  return names.map((name) => ({ name }));
}

/** Below this only scalars are selected. Unit: levels. */
const DEEPEST = 3;

/** How often a scalar and a list or object is selected. Unit: percent. */
const OFTEN = { scalar: 60, object: 40 };

/** The n-th selection of fields; the same number gives the same one. */
export function shapeOf(n: number): readonly Selected[] {
  const random = new Random(n);
  const roots = random.shuffled(FIELDS.Query).slice(0, 1 + random.below(2));
  return roots.map((field) => selectedField(random, field, 1));
}

function selectedField(random: Random, { name, type, argument }: Field, level: number): Selected {
  return { name, argument, below: type ? selection(random, FIELDS[type], level + 1) : [] };
}

function selection(random: Random, fields: readonly Field[], level: number): readonly Selected[] {
  const wanted = fields.filter(({ type }) =>
    type ? level <= DEEPEST && random.isWithin(OFTEN.object) : random.isWithin(OFTEN.scalar),
  );
  const least = wanted.length > 0 ? wanted : fields.slice(0, 1);
  return least.map((field) => selectedField(random, field, level));
}
