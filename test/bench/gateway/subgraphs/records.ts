/** An object of a subgraph's data, with the name of its type. */
export interface Item {
  readonly __typename: string;
  readonly [field: string]: unknown;
}

/** Members of the shop, as many as in the public benchmark. */
export const USERS: readonly Item[] = [
  ['Lan Goldbach', 'langb'],
  ['Minh Simons', 'minhsimons'],
  ['Khoa Kowalski', 'khoakowalski'],
  ['Arun Tandoori', 'aruntan'],
  ['Gia Gardener', 'giagarden'],
  ['Linh Quartz', 'linhq'],
].map(([name, username], index) => ({
  __typename: 'User',
  id: String(index + 1),
  name,
  username,
  birthday: 1_234_567_890,
}));

/** Products with what their maker says of them. */
export const PRODUCTS: readonly Item[] = [
  ['Table', 899, 100],
  ['Couch', 1_299, 1_000],
  ['Glass', 15, 20],
  ['Chair', 499, 100],
  ['TV', 1_299, 1_000],
  ['Lamp', 6_999, 300],
  ['Grill', 3_999, 2_000],
  ['Fridge', 100_000, 6_000],
  ['Sofa', 9_999, 800],
].map(([name, price, weight], index) => ({
  __typename: 'Product',
  upc: String(index + 1),
  name,
  price,
  weight,
}));

const OUT_OF_STOCK = ['2', '3', '4', '8'];

/** The same products with what the warehouse says of them. */
export const STOCK: readonly Item[] = PRODUCTS.map(({ upc }) => ({
  __typename: 'Product',
  upc,
  inStock: !OUT_OF_STOCK.includes(String(upc)),
}));

/** Cicero, De finibus bonorum et malorum I 32–33: filling of the public benchmark's length. */
const FILLING =
  `Sed ut perspiciatis unde omnis iste natus error sit voluptatem accusantium doloremque laudantium,
totam rem aperiam eaque ipsa, quae ab illo inventore veritatis et quasi architecto beatae vitae dicta sunt, explicabo.
Nemo enim ipsam voluptatem, quia voluptas sit, aspernatur aut odit aut fugit, sed quia consequuntur magni dolores eos,
qui ratione voluptatem sequi nesciunt, neque porro quisquam est, qui dolorem ipsum, quia dolor sit amet, consectetur,
adipisci velit, sed quia non numquam eius modi tempora incidunt, ut labore et dolore magnam aliquam quaerat voluptatem.
Ut enim ad minima veniam, quis nostrum exercitationem ullam corporis suscipit laboriosam, nisi ut aliquid ex ea
commodi consequatur? Quis autem vel eum iure reprehenderit, qui in ea voluptate velit esse, quam nihil molestiae
consequatur, vel illum, qui dolorem eum fugiat, quo voluptas nulla pariatur?`.replaceAll('\n', ' ');

/** Which product a review is about, and how long it is. Unit of the length: characters. */
const REVIEW_SIZES: readonly (readonly [upc: string, length: number])[] = [
  ['1', 445],
  ['1', 289],
  ['1', 275],
  ['1', 143],
  ['2', 445],
  ['2', 289],
  ['2', 275],
  ['2', 143],
  ['3', 143],
  ['4', 143],
  ['4', 844],
];

/** Reviews, as many and as long as in the public benchmark, all by the first user. */
export const REVIEWS: readonly Item[] = REVIEW_SIZES.map(([upc, length], index) => ({
  __typename: 'Review',
  id: String(index + 1),
  body: FILLING.slice(0, length),
  product: { __typename: 'Product', upc },
  author: { __typename: 'User', id: '1', username: USERS[0]?.['username'] },
}));
