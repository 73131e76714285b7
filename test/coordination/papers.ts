import { aRegisterAtWork, type Done } from './at-work.js';
import { idOf, of, policeOfficer } from './practice.js';

/** Who issues them. */
export const POLICE = idOf('PoliceOrganization', 'cong-an-bac-ninh-2025');

/** The police of Bắc Ninh since July 2025, who write documents, and others who do not write these. */
export const OFFICER = policeOfficer('cong-an-bac-ninh-2025');
export const MINISTRY = policeOfficer('mps');
export const ELSEWHERE = policeOfficer('cong-an-elsewhere');

/** A document of the first data. */
export const DECREE = idOf('Document', 'decree-06-2014');

/** A step of a document: the mutation, and what it says beside the document. */
export type Taken = readonly [mutation: string, input?: object];

export const ISSUED = ['issueDocument'] as const;
export const PUBLISHED = ['issueDocument', { publish: true }] as const;
export const IN_FORCE = ['bringDocumentIntoForce', { from: '2026-09-10' }] as const;

/** A register of documents, with ways to make them, each under the next number. */
export async function aDocumentRegister() {
  const register = await aRegisterAtWork();
  let count = 100;
  const aDraft = (more: object = {}) => ({
    symbol: `Số ${++count}/kh-CAT`,
    nameVi: 'Kế hoạch thử',
    type: 'PLAN',
    issuers: [POLICE],
    issuedOn: '2026-09-01',
    ...more,
  });
  const registered = (more: object = {}, officer = OFFICER): Promise<Done> =>
    register.change(officer, 'registerDocument', aDraft(more));
  const aDocument = async (...steps: readonly Taken[]): Promise<Done> => {
    let done = await registered();
    for (const [mutation, input] of steps)
      done = await register.change(OFFICER, mutation, { ...of(done.node), ...input });
    return done;
  };
  return { ...register, aDraft, registered, aDocument };
}

/** A register of documents. */
export type DocumentRegister = Awaited<ReturnType<typeof aDocumentRegister>>;
