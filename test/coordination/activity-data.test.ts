import { entriesOf } from './first-activities.js';
import { describe, expect, test } from '@jest/globals';

const TYPES =
  'Movement Programme Activity CommunicationProduct SelfManagedTeam TeamStatistic TipStatistic Finding'.split(
    ' ',
  );
const FACTS = `
  F000-01 F000-02 F000-10 F000-13 F000-14 F000-15 F000-17 F000-18 F000-19 F000-21 F000-22 F000-23 F000-25 F000-26
  F000-27 F000-28 F000-29 F000-30 F000-32 F001-02 F001-03 F001-08 F001-09 F001-10 F001-14 F001-15 F001-17 F001-18
  F001-21 F002-100 F002-101 F002-102 F002-103 F002-104 F002-106 F002-109 F002-110 F002-19 F002-20 F002-21 F002-24
  F002-47 F002-52 F002-56 F002-57 F002-59 F002-67 F002-68 F002-70 F002-72 F002-74 F002-76 F002-77 F002-78 F002-84
  F002-89 F002-90 F002-99 F003-09 F003-10 F003-11 F003-16 F004-04 F004-09 F004-10 F004-11 F004-12 F004-13 F004-14
  F004-15 F004-18 F004-19 F004-24 F004-25 F004-28`;
const entries = TYPES.flatMap((type) => entriesOf('coordination', type));

describe('the first data on what was done together', () => {
  test('carries each of its facts', () => {
    const cited = new Set(entries.flatMap(({ sources }) => sources.map(({ fact }) => fact)));

    expect(
      FACTS.trim()
        .split(/\s+/)
        .filter((fact) => !cited.has(fact)),
    ).toEqual([]);
  });

  test('carries nothing of the passages left out on purpose', () => {
    const cited = new Set(entries.flatMap(({ sources }) => sources.map(({ fact }) => fact)));
    const leftOut = ['F000-11', 'F000-12', 'F000-16', 'F000-24', 'F000-31', 'F002-58', 'F002-75', 'F002-82'];
    const judged = ['F002-98', 'F002-105', 'F003-03', 'F004-16', 'F004-17', 'F004-20', 'F004-22', 'F004-23'];

    expect([...leftOut, ...judged].filter((fact) => cited.has(fact))).toEqual([]);
  });

  test('quotes at most 80 characters', () => {
    const quotes = entries.flatMap(({ sources }) => sources.map(({ quote = '' }) => quote));

    expect(quotes.filter(({ length }) => length > 80)).toEqual([]);
  });

  test('names only administrative units that the union records', () => {
    const units = new Set(entriesOf('union', 'AdministrativeUnit').map(({ key }) => key));
    const named = entries.flatMap(({ place, places = [] }) => [...places, ...(place ? [place] : [])]);

    expect(named.filter((key) => !units.has(key))).toEqual([]);
  });

  test('names only union organisations that the union records', () => {
    const unions = new Set(entriesOf('union', 'UnionOrganization').map(({ key }) => key));
    const listed = entries.flatMap((entry) =>
      ['organisers', 'coOrganisers', 'organizations'].flatMap(
        (property) => (entry[property] ?? []) as string[],
      ),
    );
    const named = listed
      .filter((ref) => ref.startsWith('UnionOrganization/'))
      .map((ref) => ref.slice('UnionOrganization/'.length));

    expect(named.filter((key) => !unions.has(key))).toEqual([]);
  });
});
