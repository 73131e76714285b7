import { jsonColumn } from '../../shared/database/columns.js';
import { z } from 'zod';

/** Column of several values of an enum, in the order of the source. */
export function enumListColumn<Value extends string>(values: Readonly<Record<string, Value>>) {
  return { ...jsonColumn<readonly Value[]>(z.array(z.enum(values))), default: '[]' };
}
