import { EXAMPLES_FOLDER, loadExamples } from '../../../gateway/explorer/examples.js';

/** Something that is asked of every nation. */
export interface Question {
  readonly id: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Lists of what is large in a nation, and what lies around one record of it, as the pages of an application ask. */
const OF_A_NATION: Readonly<Record<string, string>> = {
  unions:
    '{ unionOrganizations(first: 50, level: GRASSROOTS) { nodes { nameVi status parent { nameVi level } } } }',
  'unions-counted': '{ unionOrganizations(first: 50, level: GRASSROOTS) { totalCount nodes { nameVi } } }',
  'unions-by-words':
    '{ unionOrganizations(name: "điện tử hòa phát", first: 20) { nodes { nameVi channels(first: 2) { nodes { kind } } } } }',
  'province-union': `{ unionOrganizations(level: PROVINCIAL, name: "bắc ninh", asOf: "2026-10-01", first: 1) { nodes {
    nameVi children(first: 20) { nodes { nameVi } } policeCounterpart { nameVi }
    membershipStatistics(first: 10) { nodes { quantity { value } asOf { value } } }
    activities(first: 10) { nodes { nameVi } } documents(first: 10) { nodes { symbol } }
    recognitionsGiven(first: 10) { nodes { count { value } } } } } }`,
  enterprises: `{ enterprises(first: 50) { nodes { nameVi ownership unit { nameVi parent { nameVi } } zone { nameVi }
    grassrootsUnion { nameVi parent { nameVi } } } } }`,
  'enterprises-fdi': '{ enterprises(first: 50, ownership: FDI) { nodes { nameVi } } }',
  documents:
    '{ documents(first: 50) { nodes { symbol nameVi issuers { ... on UnionOrganization { nameVi } } } } }',
  'document-by-symbol': '{ documentBySymbol(symbol: "168/KH-LĐLĐ") { grade document { symbol nameVi } } }',
  activities: `{ activities(first: 50, kind: TRAINING) { nodes { nameVi heldOn { value } places { nameVi }
    organisers { ... on UnionOrganization { nameVi } } } } }`,
  'activities-dated': '{ activities(first: 20, from: "2026-03-01", to: "2026-03-31") { nodes { nameVi } } }',
  batches: `{ recognitionBatches(first: 50) { nodes { count { value } form { nameVi } decision { decidedOn }
    authority { ... on UnionOrganization { nameVi } ... on PoliceOrganization { nameVi } } } } }`,
  'members-counted':
    '{ membershipStatistics(first: 20, metric: MEMBERS) { totalCount nodes { quantity { value } } } }',
  'statistics-of-awards':
    '{ recognitionStatistics(year: 2020, first: 20) { nodes { year count { value } } } }',
  teams: '{ teams(first: 50) { nodes { kind memberCount place { nameVi } supportingUnion { nameVi } } } }',
  'search-common': '{ search(text: "cong doan co so", first: 10) { totalCount edges { node { label } } } }',
  'search-rare': '{ search(text: "dien tu hoa phat", first: 10) { edges { node { label } } } }',
};

/** The example questions of the sandbox, and those that only a nation can answer in full. */
export function allQuestions(): readonly Question[] {
  const others = Object.entries(OF_A_NATION).map(([id, query]) => ({ id, query, variables: {} }));
  return [...loadExamples(EXAMPLES_FOLDER), ...others];
}
