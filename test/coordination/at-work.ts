import { ANONYMOUS, type Caller } from '../../schema/contract/caller.js';
import { coordination } from '../../subgraphs/coordination/subgraph.js';
import { aLoaded } from '../support/loaded.js';
import { randomUUID } from 'node:crypto';

/** What a mutation answered: the record as it is now, or why it was refused. */
export interface Done {
  // The shape depends on the mutation, which only the test knows.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly node: any;
  /** Codes of the refusals, each with its rule or field. */
  readonly refused: readonly string[];
}

const DOCUMENT = `document { id version state classification symbol symbolStatus family documentType nameVi
  issuedOn { value precision } validity { from to } relations { nodes { kind to { id } } } }`;
const RELATION = 'documentRelation { id kind classification from { id } to { id } }';
const AGREEMENT = `coordinationAgreement { id version state classification ordinal validity { from to }
  signedOn { value } tasks { ordinal nameVi } signatures { signedOn signatory { officeVi } }
  signatories { officeVi } document { id } supersedes { id state validity { from to } } }`;
const ACTIVITY = `activity { id version state classification plannedFor heldOn { value precision }
  topics { code nameVi } participantsBand { value comparator unit }
  products { kind classification quantity { value comparator unit } } }`;

const HOLDING = `officeHolding { id version classification officeVi rankVi validity { from fromPrecision to toPrecision }
  voidedOn voidReason voidedBy { __typename }
  official { id version name } organization { __typename } provenance { quote source { code titleVi url } } }`;

const JURISDICTION = `policeJurisdiction { id version police { id } unit { id } validity { from to }
  provenance { quote } }`;

/** What is read of a record, by a word of the mutations about it; the first that fits. */
const NODES = [
  ['relateDocuments', RELATION],
  ['correctOfficialName', 'official { id version name }'],
  [
    'registerSource',
    'registeredSource { id version titleVi titleEn publisher status publishedOn { value precision } url }',
  ],
  ['Offic', HOLDING],
  ['Jurisdiction', JURISDICTION],
  ['Document', DOCUMENT],
  ['Agreement', AGREEMENT],
] as const;

function nodeOf(mutation: string): string {
  return NODES.find(([word]) => mutation.includes(word))?.[1] ?? ACTIVITY;
}

/** The register of coordination with its first data, in which officers write. */
export async function aRegisterAtWork() {
  const asked = await aLoaded(coordination);
  const owner = <Row extends object>(sql: string, values: readonly unknown[] = []) =>
    asked.subgraph.database.fork().execute<Row[]>(sql, [...values]);
  const change = async (caller: Caller, mutation: string, input: object): Promise<Done> => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await asked.ask(
      `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) {
        ${nodeOf(mutation)} errors { code rule field message } } }`,
      { input: { idempotencyKey: `key-${randomUUID()}`, ...input } },
      caller,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    const { errors: refusals, ...answer } = data.answer;
    return { node: Object.values(answer)[0], refused: refusals.map(told) };
  };
  return {
    ...asked,
    owner,
    change,
    seen: (query: string, caller = ANONYMOUS) => asked.ask(query, {}, caller),
  };
}

/** A register with its ways in. */
export type RegisterAtWork = Awaited<ReturnType<typeof aRegisterAtWork>>;

interface Told {
  readonly code: string;
  readonly rule: string | null;
  readonly field: string | null;
}

function told({ code, rule, field }: Told): string {
  return [code, rule ?? field].filter((part) => part !== null).join(' ');
}

/** What every table of the register holds, as one text; of the history as well. */
export async function everything({ owner }: RegisterAtWork): Promise<string> {
  const tables = await owner<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const texts = tables.map(({ name }) => owner(`select t::text as row from ${name} t`));
  return JSON.stringify(await Promise.all(texts));
}

/** Puts somebody into an office of an organisation for good, and answers with the id's parts. */
export async function anOffice({ owner }: RegisterAtWork, organization: string): Promise<string> {
  const [row] = await owner<{ key: string }>(
    `insert into office_holding (key, official_key, office_vi, office_en, organization, attested_on, valid_from)
     select gen_random_uuid(), key, 'Người đứng đầu', 'Head', ?, '[]', '2020-01-01' from official limit 1 returning key`,
    [organization],
  );
  return row?.key ?? '';
}
