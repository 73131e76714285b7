import type { Caller } from '../../schema/contract/caller.js';
import { globalId } from '../../schema/contract/ids.js';
import { anOffice, aRegisterAtWork, type Done, type RegisterAtWork } from './at-work.js';
import { idOf, of, policeOfficer, refOf, unionOfficer } from './practice.js';

const NAMES = { POLICE: 'cong-an-bac-ninh-2025', UNION: 'ldld-bac-ninh-2025' } as const;

/** The police and the federation of Bắc Ninh since July 2025, with an officer each and somebody in office each. */
export async function twoParties() {
  const register = await aRegisterAtWork();
  const police = refOf('PoliceOrganization', NAMES.POLICE);
  const union = refOf('UnionOrganization', NAMES.UNION);
  return {
    register,
    police: {
      id: idOf('PoliceOrganization', NAMES.POLICE),
      officer: policeOfficer(NAMES.POLICE),
      head: holdingId(await anOffice(register, police)),
    },
    union: {
      id: idOf('UnionOrganization', NAMES.UNION),
      officer: unionOfficer(NAMES.UNION),
      head: holdingId(await anOffice(register, union)),
    },
  };
}

/** Two parties at one register. */
export type Parties = Awaited<ReturnType<typeof twoParties>>;

/** One of the two. */
export interface Party {
  readonly id: string;
  readonly officer: Caller;
  readonly head: string;
}

function holdingId(key: string): string {
  return globalId({ type: 'OfficeHolding', key });
}

/** Drafts an agreement of the two. */
export function drafted({ register, police, union }: Parties, more: object = {}): Promise<Done> {
  return register.change(police.officer, 'draftAgreement', {
    kind: 'REGULATION',
    nameVi: 'Quy chế phối hợp thử',
    parties: [police.id, union.id],
    ...more,
  });
}

/** Lets one party sign. */
export function signs(
  register: RegisterAtWork,
  node: Done['node'],
  party: Party,
  more: object = {},
): Promise<Done> {
  const { id, officer, head } = party;
  return register.change(officer, 'signAgreement', {
    ...of(node),
    party: id,
    signedOn: '2026-01-05',
    signatory: head,
    ...more,
  });
}

/** Drafts an agreement that both sign. */
export async function signed(parties: Parties, more: object = {}): Promise<Done> {
  const { node } = await drafted(parties, more);
  const half = await signs(parties.register, node, parties.police);
  return signs(parties.register, half.node, parties.union);
}

/** An agreement in force from a day. */
export async function inForce(parties: Parties, from: string, more: object = {}): Promise<Done> {
  const { node } = await signed(parties, more);
  return parties.register.change(parties.union.officer, 'bringAgreementIntoForce', { ...of(node), from });
}

/** A document that both parties issued, as its id. */
export async function aJointPaper({ register, police, union }: Parties, issue = true): Promise<string> {
  const { node } = await register.change(police.officer, 'registerDocument', {
    nameVi: 'Văn bản chung',
    type: 'COORDINATION_REGULATION',
    symbol: `${++papers}/QCPH-CAT-LĐLĐ`,
    issuedOn: '2026-01-05',
    issuers: [police.id, union.id],
  });
  if (issue) await register.change(police.officer, 'issueDocument', of(node));
  return node.id;
}
let papers = 500;

/** As whom and as of which day somebody looks. */
interface Look {
  readonly caller?: Caller;
  readonly asOf?: string;
}

/** An agreement as somebody sees it, `null` for whoever may not. */
export async function seenBy(register: RegisterAtWork, id: string, { caller, asOf }: Look = {}) {
  const { data } = await register.ask(
    `query ($id: ID!, $asOf: LocalDate) {
      coordinationAgreement(id: $id) { state(asOf: $asOf) signatures { signedOn } } }`,
    { id, asOf },
    caller,
  );
  return data.coordinationAgreement;
}
