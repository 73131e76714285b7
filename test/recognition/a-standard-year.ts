import { ANONYMOUS } from '../../schema/contract/caller.js';
import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { openSubgraph } from '../../subgraphs/shared/subgraph.js';
import { idOfRef } from '../../subgraphs/shared/database/refs.js';
import { aLoaded, type Answer } from '../support/loaded.js';
import { anOfficer } from '../support/officers.js';
import { refOf } from '../coordination/practice.js';
import { idOf } from './first-data.js';
import { aKnown, hearOfSubjects } from './known-subjects.js';
import { graphql } from 'graphql';
import { randomUUID } from 'node:crypto';

const FEDERATION = refOf('UnionOrganization', 'ldld-bac-giang');
const UNION = refOf('UnionOrganization', 'a-union-of-lodging-quarters');
const STRANGERS = refOf('UnionOrganization', 'a-union-elsewhere');
const POLICE = refOf('PoliceOrganization', 'cong-an-bac-giang');

/** Everybody who takes part, each another account; `officer` has `moved` to the federation. */
export const WHO = {
  officer: anOfficer({ role: 'UNION_OFFICER', organization: UNION, subject: 'officer' }),
  colleague: anOfficer({ role: 'UNION_OFFICER', organization: UNION, subject: 'colleague' }),
  moved: anOfficer({ role: 'UNION_OFFICER', organization: FEDERATION, subject: 'officer' }),
  appraiser: anOfficer({ role: 'UNION_OFFICER', organization: FEDERATION, subject: 'appraiser' }),
  stranger: anOfficer({ role: 'UNION_OFFICER', organization: STRANGERS, subject: 'stranger' }),
  police: anOfficer({ role: 'POLICE_OFFICER', organization: POLICE, subject: 'police' }),
  secretary: anOfficer({ role: 'AWARD_SECRETARY', organization: FEDERATION, subject: 'secretary' }),
  signatory: anOfficer({ role: 'SIGNATORY', organization: FEDERATION, subject: 'signatory' }),
  director: anOfficer({ role: 'SIGNATORY', organization: POLICE, subject: 'director' }),
  steward: anOfficer({ role: 'DATA_STEWARD', organization: FEDERATION, subject: 'steward' }),
  public: ANONYMOUS,
} as const;

/** One of {@link WHO}. */
export type Who = keyof typeof WHO;

/** What a mutation answered. */
export interface Changed {
  /** The record, with the fields that tests look at; `null` when refused. */
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly node: any;
  /** Codes of the refusals, each with its rule or field. */
  readonly refused: readonly string[];
}

const FILE = 'standardRecognition { id version state grade classification year withdrawalGround }';
const NODES: Readonly<Record<string, string>> = {
  recordDecision: 'decision { id }',
  addStandardCriterion: 'standardCriterion { id version certainty validity { to } }',
  endStandardCriterion: 'standardCriterion { id version validity { to } }',
  addGradeThreshold: 'standardGradeThreshold { id version }',
};

/** The register of recognition in the spring of a year, with criteria of the lodging standard; the day can be moved on. */
export async function aStandardYear(day = '2025-03-20') {
  const loaded = await aLoaded(recognition);
  let today = day;
  let statements = 0;
  const subgraph = await openSubgraph(recognition, {
    databaseUrl: loaded.databaseUrl,
    today: () => today,
    onStatement: () => void statements++,
  });
  const ask = async (source: string, variables: object = {}, as: Who = 'public'): Promise<Answer> => {
    const before = statements;
    const contextValue = subgraph.contextFor({ requestId: 'test', caller: WHO[as] });
    const variableValues = variables as Readonly<Record<string, unknown>>;
    const answer = await graphql({ schema: subgraph.schema, source, variableValues, contextValue });
    return { ...(JSON.parse(JSON.stringify(answer)) as Answer), statements: statements - before };
  };
  const change = async (as: Who, name: string, input: object): Promise<Changed> => {
    await hearOfSubjects(owner);
    const { data, errors } = await ask(
      `mutation ($input: ${String(subgraph.schema.getMutationType()?.getFields()[name]?.args[0]?.type)}) {
        answer: ${name}(input: $input) { ${NODES[name] ?? FILE} errors { code rule field } } }`,
      { input: { idempotencyKey: `key-${randomUUID()}`, ...input } },
      as,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    const { errors: refusals, ...answer } = data.answer;
    return { node: Object.values(answer)[0], refused: refusals.map(inWords) };
  };
  const owner = <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    subgraph.database.fork().execute<Row[]>(sql, [...values]);
  await owner('insert into organization_edge (key, below, above) values (gen_random_uuid(), ?, ?)', [
    UNION,
    FEDERATION,
  ]);
  return {
    ask,
    change,
    owner,
    database: subgraph.database,
    /** Lets it be another day. */
    moveTo: (next: string) => void (today = next),
    close: async () => {
      await subgraph.close();
      await loaded.close();
    },
  };
}

/** A register with its ways in. */
export type StandardYear = Awaited<ReturnType<typeof aStandardYear>>;

interface Told {
  readonly code: string;
  readonly rule: string | null;
  readonly field: string | null;
}

function inWords({ code, rule, field }: Told): string {
  return [code, rule ?? field].filter((part) => part !== null).join(' ');
}

export const LODGING = idOf('RecognitionStandard', 'nha-tro-cong-nhan-an-toan-van-minh');
export const SECURITY = idOf('RecognitionStandard', 'an-toan-ve-antt');
export const [UNION_ID, FEDERATION_ID, POLICE_ID] = [UNION, FEDERATION, POLICE].map(idOfRef) as [
  string,
  string,
  string,
];

/** A lodging quarter of its own, registered in 2025. */
export function aLodging(more: object = {}) {
  return {
    standard: LODGING,
    subject: aKnown('LodgingQuarter'),
    subjectKind: 'LODGING_QUARTER',
    organization: UNION_ID,
    appraiser: FEDERATION_ID,
    year: 2025,
    ...more,
  };
}

/** A large enterprise of its own, registered in 2025 for security and order. */
export function anEnterprise(more: object = {}) {
  return {
    standard: SECURITY,
    subject: aKnown('Enterprise', { sizeClass: 'LARGE' }),
    subjectKind: 'ENTERPRISE',
    organization: UNION_ID,
    appraiser: POLICE_ID,
    year: 2025,
    ...more,
  };
}

/** The input that names a record in the version that was read. */
export function of({ id, version }: { readonly id: string; readonly version: number }) {
  return { id, expectedVersion: version };
}

/** Criteria of the lodging standard of 60 and 40 points; excellent from 90 per cent, fair from 70, average from 50. */
export async function lodgingCriteria({ change }: StandardYear): Promise<readonly string[]> {
  const rule = { standard: LODGING, validFrom: '2025-01-01' };
  const criteria = [
    { code: '1', textVi: 'Có nội quy niêm yết công khai', maximumPoints: 60 },
    { code: '2', textVi: 'Phương tiện chữa cháy đủ dùng', maximumPoints: 40 },
  ];
  const ids: string[] = [];
  for (const each of criteria)
    ids.push((await change('steward', 'addStandardCriterion', { ...rule, ...each })).node.id);
  const thresholds = Object.entries({ EXCELLENT: 90, FAIR: 70, AVERAGE: 50 });
  for (const [grade, leastPercent] of thresholds)
    await change('steward', 'addGradeThreshold', { ...rule, grade, leastPercent });
  return ids;
}

/** Takes an enterprise to its appraisal by the police. */
export async function appraised({ change }: StandardYear, grade: string | null = 'FAIR', more: object = {}) {
  const registered = await change('officer', 'registerForStandard', anEnterprise(more));
  const assessed = await change('officer', 'selfAssessStandard', { ...of(registered.node), points: [] });
  return change('police', 'appraiseStandard', { ...of(assessed.node), points: [], grade });
}

/** A decision of the police, or of the federation. */
export async function aDecision(
  { change }: StandardYear,
  as: 'director' | 'signatory' = 'director',
  decidedOn = '2025-03-20',
) {
  const decision = { symbol: '45/QĐ-CAT', decidedOn, signatoryOfficeVi: 'Người đứng đầu' };
  return (await change(as, 'recordDecision', decision)).node.id as string;
}

/** Takes an enterprise to its recognition. */
export async function recognised(register: StandardYear, grade = 'FAIR', more: object = {}) {
  const { node } = await appraised(register, grade, more);
  const decision = await aDecision(register);
  return register.change('director', 'recogniseStandard', { ...of(node), decision });
}
