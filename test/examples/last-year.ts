import { ANONYMOUS } from '../../schema/contract/caller.js';
import { recognition } from '../../subgraphs/recognition/subgraph.js';
import { refOfId } from '../../subgraphs/shared/database/refs.js';
import { openSubgraph, type OpenSubgraph } from '../../subgraphs/shared/subgraph.js';
import type { TestHub } from '../support/hub.js';
import type { Asked } from '../support/loaded.js';
import { idOf, unionId } from '../union/a-union.js';
import { done, officeOf } from '../union/an-office.js';
import { agency, of } from './at-work.js';
import { graphql } from 'graphql';

const DAY = '2025-03-20';
const FEDERATION = unionId('ldld-bac-giang');
const POLICE = idOf('PoliceOrganization', 'cong-an-bac-giang');

const WHO = {
  officer: officeOf(FEDERATION, 'UNION_OFFICER'),
  appraiser: officeOf(POLICE, 'POLICE_OFFICER'),
  director: officeOf(POLICE, 'SIGNATORY'),
} as const;

/** Lets the police of Bắc Giang recognise an enterprise as safe in security and order, in the spring of 2025. */
export async function safeIn2025(hub: TestHub, enterprise: string): Promise<void> {
  const asked = agency(hub, 'recognition');
  const { databaseUrl } = asked;
  const subgraph = await openSubgraph(recognition, { databaseUrl, today: () => DAY });
  try {
    await tellOf(subgraph, enterprise);
    await recognise({ ...asked, subgraph, ask: askOf(subgraph) }, enterprise);
  } finally {
    await subgraph.close();
  }
}

/** The union told then that the enterprise lay in Bắc Giang and was large. */
async function tellOf({ database }: OpenSubgraph, enterprise: string): Promise<void> {
  await database.fork().execute(
    `insert into known_subject (subject, units, size_class) values (?, array[?], 'LARGE')
     on conflict (subject) do update set (units, size_class) = (excluded.units, excluded.size_class)`,
    [refOfId(enterprise), refOfId(idOf('AdministrativeUnit', 'bac-giang'))],
  );
}

async function recognise(asked: Asked, enterprise: string): Promise<void> {
  const step = (operation: string, as: keyof typeof WHO, input: Readonly<Record<string, unknown>>) =>
    done(asked, operation, { input, as: WHO[as] });
  const registered = await step('registerForStandard', 'officer', {
    standard: idOf('RecognitionStandard', 'an-toan-ve-antt'),
    subject: enterprise,
    subjectKind: 'ENTERPRISE',
    subjectClass: 'LARGE_ENTERPRISE',
    organization: FEDERATION,
    appraiser: POLICE,
    year: 2025,
  });
  const assessed = await step('selfAssessStandard', 'officer', { ...of(registered), points: [] });
  const appraisal = { ...of(assessed), points: [], grade: 'FAIR' };
  const appraised = await step('appraiseStandard', 'appraiser', appraisal);
  const { id: decision } = await step('recordDecision', 'director', {
    symbol: '45/QĐ-CAT',
    decidedOn: DAY,
    signatoryOfficeVi: 'Giám đốc',
  });
  await step('recogniseStandard', 'director', { ...of(appraised), decision });
}

function askOf(subgraph: OpenSubgraph): Asked['ask'] {
  return async (source, variableValues = {}, caller = ANONYMOUS) => {
    const contextValue = subgraph.contextFor({ requestId: 'test', caller });
    const { schema } = subgraph;
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    return { data, ...(errors && { errors: errors.map((error) => error.toJSON()) }), statements: 0 };
  };
}
