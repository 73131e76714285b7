import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const UNITS = z.object({
  records: z.array(
    z.object({
      key: z.string(),
      code: z.string(),
      validity: z.object({ from: z.string().nullish(), to: z.string().nullish() }),
    }),
  ),
});

/** Finds the name under which the data files have the unit of a code on a day. */
export type NameOf = (code: string, day: string) => string | undefined;

/** Reads the units that the data files have. Codes of different levels differ in length, so a code and a day suffice. */
export async function namedUnits(file: string): Promise<NameOf> {
  const { records } = UNITS.parse(parse(await readFile(file, 'utf8')));
  return (code, day) =>
    records.find(
      (each) =>
        each.code === code &&
        (each.validity.from ?? day) <= day &&
        (!each.validity.to || day < each.validity.to),
    )?.key;
}
