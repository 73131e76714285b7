import { text } from '../../../schema/contract/text.js';
import { Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';

/** A unit and a day on which it, what preceded it or what followed it existed. */
export interface UnitOnDay {
  /** Key of the unit. */
  readonly unit: string;
  readonly day: string;
}

const PROVINCE_SQL = `with recursive asked as (select ?::uuid as unit, ?::date as day),
  kin(key) as (
    select unit from asked
    union
    select step.key from kin join administrative_unit u on u.key = kin.key, asked, lateral (
      select s.from_key from succession_edge s where s.to_key = u.key and u.valid_from > asked.day
      union all
      select s.to_key from succession_edge s where s.from_key = u.key and u.valid_to <= asked.day
    ) step(key)
    where step.key is not null
  ),
  standing as (
    select u.key, u.level from administrative_unit u, asked
    where (u.valid_from is null or u.valid_from <= asked.day) and (u.valid_to is null or u.valid_to > asked.day)
  ),
  above(key) as (
    select s.key from kin join standing s on s.key = kin.key
    union
    select p.parent_key from above join administrative_parent p on p.child_key = above.key, asked
    where (p.valid_from is null or p.valid_from <= asked.day) and (p.valid_to is null or p.valid_to > asked.day)
  )
  select s.key from above join standing s on s.key = above.key where s.level = 'PROVINCE'`;

/**
 * The province in which a unit lay on a day; of a unit that did not exist then, that of the units before or after it.
 *
 * @throws Refusal GUARD_FAILED where there is none, or no single one
 */
export async function provinceOn(tx: Transaction, { unit, day }: UnitOnDay): Promise<string> {
  const [province, other] = await tx.em.execute<{ readonly key: string }[]>(PROVINCE_SQL, [unit, day]);
  if (province && !other) return province.key;
  throw new Refusal(
    UserErrorCode.GUARD_FAILED,
    text(
      `Không xác định được tỉnh của doanh nghiệp vào ngày ${day}: hãy kiểm tra đơn vị hành chính của doanh nghiệp.`,
      `No single province is known for the enterprise on ${day}: check the unit in which it lies.`,
    ),
    { rule: 'province-on-the-day' },
  );
}
