import type { NameOf } from './named-units.js';
import { RAISED_IN_2026 } from './raised-in-2026.js';
import type { CommuneAfter, Reorganisation } from './reorganisation.js';

/** A generated list: its file and its lines, the values of each joined by tabs. */
export interface GeneratedList {
  readonly file: string;
  readonly about: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const BEFORE = '2025-06-30';
const AFTER = '2025-07-01';
const RAISED = '2026-04-30';

/** The reference lists of both sides. @throws Error when a province is none of the data files */
export function generatedLists(found: Reorganisation, nameOf: NameOf): readonly GeneratedList[] {
  return [
    districts(found, nameOf),
    communesBefore(found),
    communesAfter(found, nameOf),
    wardsOf2026(found, nameOf),
  ];
}

function districts(found: Reorganisation, nameOf: NameOf): GeneratedList {
  return {
    file: 'districts.tsv',
    about: [
      'District-level units of 30 June 2025: code, name, province, name of the record in the data files if it is there,',
      'code of the special zone that followed where the district had no communes.',
    ],
    rows: found.districts.map(({ code, name, province, into }) => [
      code,
      name,
      known(nameOf(province, BEFORE), province),
      nameOf(code, BEFORE) ?? '',
      into,
    ]),
  };
}

function communesBefore({ before }: Reorganisation): GeneratedList {
  return {
    file: 'communes-before-2025.tsv',
    about: [
      'Commune-level units of 30 June 2025: code, name, code of the district, what became of it, and the codes of the',
      'units into which it went, joined by spaces.',
    ],
    rows: before.map(({ code, name, district, step, into }) => [code, name, district, step, into.join(' ')]),
  };
}

function communesAfter({ after }: Reorganisation, nameOf: NameOf): GeneratedList {
  return {
    file: 'communes-2025.tsv',
    about: [
      'Commune-level units of 1 July 2025: code, name, province, name of the record in the data files if it is there.',
    ],
    rows: after.map(({ code, name, province }) => [
      code,
      name,
      known(nameOf(province, AFTER), province),
      nameOf(code, AFTER) ?? '',
    ]),
  };
}

function wardsOf2026({ after }: Reorganisation, nameOf: NameOf): GeneratedList {
  return {
    file: 'wards-2026.tsv',
    about: ['Communes of 1 July 2025 that became wards on 30 April 2026: code, name, province.'],
    rows: after
      .filter(isRaised)
      .map(({ code, name, province }) => [
        code,
        name.replace('Xã', 'Phường'),
        known(nameOf(province, RAISED), province),
      ]),
  };
}

function known(province: string | undefined, code: string): string {
  if (province !== undefined) return province;
  throw new Error(`The data files have no province with code ${code} on the day of the list.`);
}

function isRaised({ code }: CommuneAfter): boolean {
  return RAISED_IN_2026.includes(code);
}
