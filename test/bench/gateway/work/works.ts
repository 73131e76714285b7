import { DISTINCT } from './distinct.js';
import type { Work } from './work.js';

/** The query of the public gateway benchmark: every subgraph, in up to eight levels, about 90 KB of answer. */
const BENCHMARK_QUERY = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query TestQuery {
    users {
      ...User
      reviews {
        ...Review
        product {
          ...Product
          reviews {
            ...Review
            author { ...User reviews { ...Review product { ...Product } } }
          }
        }
      }
    }
    topProducts {
      ...Product
      reviews {
        ...Review
        author { ...User reviews { ...Review product { ...Product } } }
      }
    }
  }`;

const SMALL_QUERY = 'query Small { topProducts(first: 3) { upc name price } }';

/** What the gateways are asked to do, by name. */
export const WORKS: readonly Work[] = [
  {
    name: 'benchmark',
    title: 'benchmark query',
    connections: 50,
    isFixed: true,
    request: () => ({ query: BENCHMARK_QUERY }),
  },
  {
    name: 'small',
    title: 'small query of one fetch',
    connections: 50,
    isFixed: true,
    request: () => ({ query: SMALL_QUERY }),
  },
  DISTINCT,
  {
    name: 'alone',
    title: 'benchmark query, one caller alone',
    connections: 1,
    isFixed: true,
    request: () => ({ query: BENCHMARK_QUERY }),
  },
];

/** The work of that name. @throws Error when there is none. */
export function workNamed(name: string): Work {
  const work = WORKS.find((each) => each.name === name);
  if (!work) throw new Error(`There is no work ${name}, only ${WORKS.map((each) => each.name).join(', ')}.`);
  return work;
}
