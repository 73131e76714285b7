import { has, type Filter } from '../../shared/reading/filter.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import type { Reader } from '../../shared/reading/reader.js';
import { AwardForm } from './award-form.entity.js';

/** Conditions for rows whose `form` has this code; none when no code is asked. */
export async function ofForm(read: Reader, code: string | undefined | null): Promise<readonly Filter[]> {
  if (code === undefined || code === null) return [];
  const forms = await read.whole(AwardForm, { filters: has('code', code), order: BY_KEY });
  return has(
    'form',
    forms.map(({ key }) => key),
  );
}
