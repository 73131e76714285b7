import { REORGANISED_ON } from './days.js';
import type { Client } from 'pg';

/** A place of the first data. */
export interface Place {
  readonly key: string;
  readonly name: string;
  /** First day on which synthetic records lie there. */
  readonly from: string;
}

/** A commune with the place of its province in the list. */
export interface Commune extends Place {
  readonly province: number;
}

/** What of the first data the nation stands on. */
export interface Land {
  readonly provinces: readonly Place[];
  readonly communes: readonly Commune[];
  /** Key of the confederation. */
  readonly confederation: string;
  /** Key of the ministry. */
  readonly ministry: string;
  /** Key of a movement. */
  readonly movement: string;
  /** Keys of the award forms, by code. */
  readonly forms: ReadonlyMap<string, string>;
  /** Key of the latest rule by which a form is given, by the form's code and the kind of authority: `BANG_KHEN MINISTRY`. */
  readonly rules: ReadonlyMap<string, string>;
  /** Key of a yearly standard. */
  readonly standard: string;
}

/** A connection to each agency's database. */
export type Clients = Readonly<Record<'union' | 'coordination' | 'recognition', Client>>;

const FROM = `greatest(u.valid_from, '${REORGANISED_ON}')::text as from`;
const PROVINCES = `select u.key, u.name_vi as name, ${FROM} from administrative_unit u
  where level = 'PROVINCE' and valid_to is null order by sort_key collate "C"`;
const COMMUNES = `select u.key, u.name_vi as name, ${FROM}, p.parent_key as above from administrative_unit u
  join administrative_parent p on p.child_key = u.key and p.valid_to is null
  where u.level = 'COMMUNE' and u.valid_to is null order by u.key`;

const RULES = `select f.code || ' ' || r.authority_kind as name, r.key from award_authority_rule r
  join award_form f on f.key = r.form_key order by r.valid_from nulls first`;

/** Reads it. @throws Error when the first data lacks something */
export async function readLand({ union, coordination, recognition }: Clients): Promise<Land> {
  const { rows: provinces } = await union.query<Place>(PROVINCES);
  const { rows: communes } = await union.query<Place & { above: string }>(COMMUNES);
  const places = new Map(provinces.map(({ key }, index) => [key, index]));
  return {
    provinces,
    communes: communes.map(({ above, ...commune }) => ({ ...commune, province: places.get(above) ?? 0 })),
    confederation: await one(union, `select key from union_organization where level = 'CENTRAL'`),
    ministry: await one(coordination, `select key from police_organization where level = 'MINISTRY'`),
    movement: await one(coordination, 'select key from movement order by sort_key collate "C"'),
    forms: await pairs(recognition, 'select code as name, key from award_form'),
    rules: await pairs(recognition, RULES),
    standard: await one(recognition, `select key from recognition_standard where code = 'AN_TOAN_VE_ANTT'`),
  };
}

async function one(client: Client, statement: string): Promise<string> {
  const { rows } = await client.query<{ key: string }>(statement);
  if (!rows[0]) throw new Error(`The first data lacks what is asked for: ${statement}`);
  return rows[0].key;
}

async function pairs(client: Client, statement: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; key: string }>(statement);
  return new Map(rows.map(({ name, key }) => [name, key]));
}
