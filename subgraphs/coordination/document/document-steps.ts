import type { LifeCycle } from '../../shared/writing/life-cycle.js';
import { DocumentState } from './document-state.js';
import { OFFICERS } from './officers.js';

const { DRAFT, ISSUED, IN_FORCE, AMENDED, REPLACED, REVOKED, EXPIRED } = DocumentState;

/** The steps of a document's life. Of many an ISSUED one nobody says when it took force. Source: domain rule, life cycles. */
export const DOCUMENT_STEPS = {
  issue: { from: [DRAFT], to: ISSUED, by: OFFICERS },
  bringIntoForce: { from: [ISSUED], to: IN_FORCE, by: OFFICERS },
  amend: { from: [IN_FORCE, AMENDED], to: AMENDED, by: OFFICERS },
  replace: { from: [ISSUED, IN_FORCE, AMENDED], to: REPLACED, by: OFFICERS },
  revoke: { from: [ISSUED, IN_FORCE, AMENDED], to: REVOKED, by: OFFICERS },
  expire: { from: [IN_FORCE, AMENDED], to: EXPIRED, by: OFFICERS },
} as const satisfies LifeCycle<string, DocumentState>;
