import { Direction } from '../page.js';
import type { Order } from './cursor.js';

/** Order for lists whose order says nothing. */
export const BY_KEY: Order = { property: 'key', direction: Direction.ASC };

/** Vietnamese alphabetical order of the names. */
export const BY_NAME: Order = { property: 'sortKey', direction: Direction.ASC };

/** By a property, smallest or earliest first unless said otherwise. */
export function by(property: string, direction = Direction.ASC): Order {
  return { property, direction };
}
