import { globalId } from '../../schema/contract/ids.js';
import { refOfId } from '../../subgraphs/shared/database/refs.js';
import { refOf } from '../coordination/practice.js';
import { randomUUID } from 'node:crypto';

type Owner = (sql: string, values: readonly unknown[]) => Promise<unknown>;

/** An id of its own. */
export function anId(type: string): string {
  return globalId({ type, key: randomUUID() });
}

/** What the union's register says of a subject: where it lies, how large it is, and which union it has. */
interface Registered {
  readonly units?: readonly string[];
  readonly sizeClass?: string | null;
  readonly union?: string | null;
}

const told = new Map<string, Registered>();

/** The id of a subject of its own, of which the union tells before the next change: by default it lies in Việt Yên. */
export function aKnown(type: string, registered: Registered = {}): string {
  const id = anId(type);
  told.set(refOfId(id), registered);
  return id;
}

const VIET_YEN = ['thi-xa-viet-yen', 'bac-giang'].map((name) => refOf('AdministrativeUnit', name));

/** Lets recognition hear of the subjects that the tests have made since. */
export async function hearOfSubjects(owner: Owner): Promise<void> {
  for (const [subject, { units = VIET_YEN, sizeClass = null, union = null }] of told)
    await owner(
      `insert into known_subject (subject, units, size_class, union_organization)
       values (?, array[?]::text[], ?, ?)`,
      [subject, units, sizeClass, union],
    );
  told.clear();
}
