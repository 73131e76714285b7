import { check } from '../../schema/registry/checks/check.js';
import { CHECK_LIMITS, type CheckInput } from '../../schema/registry/checks/input.js';
import type { CheckReport, Finding } from '../../schema/registry/checks/report.js';
import { composeSupergraph } from '../../schema/registry/compose.js';
import type { Approval } from '../../schema/registry/ownership/approval.js';
import { readLaw } from '../../schema/registry/ownership/law-file.js';
import type { Right } from '../../schema/registry/ownership/right.js';

/** How a subgraph of federation 2 begins. */
export const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@tag", "@interfaceObject",
  "@authenticated", "@requiresScopes", "@policy", "@context", "@fromContext", "@composeDirective"])
`;

/** The agency that owns what the tests are about. */
export const OWNER_SDL_TEXT = `${LINK}
type Query {
  enterprise(id: ID!): Enterprise
  shops: [Shop!]!
}

type Enterprise @key(fields: "id") {
  id: ID!
  name: String!
  city: City
  rating: Rating
  arrears: Int
}

interface Shop { title: String }
type Kiosk implements Shop { title: String }
union Place = City | Kiosk
type City { code: String! place: Place }
enum Rating { GOOD BAD }
input EnterpriseFilter { name: String }
scalar Stamp
extend type Query { find(filter: EnterpriseFilter, stamp: Stamp): [Enterprise!] }
type PageInfo @shareable { hasNextPage: Boolean! }
`;

const TITLED = "title: { vi: 'Cơ quan', en: 'Agency' }, contact: { vi: 'đầu mối', en: 'its office' }";

/** Who owns what in the tests: `owner` and `guest` own nothing by name, but who publishes first. */
export const LAW_TEXT = `
agencies:
  hub: { ${TITLED}, allows: [{ to: '*', rights: [EXTEND], on: [Query, Mutation] }] }
  owner: { ${TITLED}, subgraphs: [owner], addresses: ['http://owner.test:1'], allows: [{ to: '*', rights: [REFERENCE], on: ['*'] }] }
  guest: { ${TITLED}, subgraphs: [guest], addresses: ['http://guest.test:1'] }
shared: { types: [PageInfo, Node] }
`;

/** What a test changes of a check. */
export interface ACheck {
  /** The guest's SDL that is proposed. */
  readonly guest?: string;
  /** The owner's SDL that is proposed, instead of one of the guest's. */
  readonly owner?: string;
  /** The guest's SDL that is served beside the owner's. */
  readonly served?: string;
  readonly base?: string;
  readonly law?: string;
  readonly approvals?: readonly Approval[];
  readonly usage?: CheckInput['usage'];
  readonly accepts?: CheckInput['accepts'];
  readonly limits?: Partial<CheckInput['limits']>;
}

/** The day of the tests. */
export const NOW = new Date('2026-06-01T00:00:00Z');

/** Checks a small graph of two agencies. */
export function aCheck(given: ACheck): CheckReport {
  return check(aCheckInput(given));
}

/** What a small graph of two agencies is checked by. */
export function aCheckInput({ guest, owner, served, base = OWNER_SDL_TEXT, ...given }: ACheck): CheckInput {
  const agency = owner === undefined ? 'guest' : 'owner';
  const own = { name: 'owner', url: 'http://owner.test:1/graphql', sdl: base };
  const their = { name: 'guest', url: 'http://guest.test:1/graphql', sdl: served ?? '' };
  const all = served === undefined ? [own] : [own, their];
  const formerSdl = agency === 'owner' ? base : served;
  return {
    proposed: { subgraph: agency, agency, url: `http://${agency}.test:1/graphql`, sdl: owner ?? guest ?? '' },
    others: all.filter(({ name }) => name !== agency),
    former: {
      ...(formerSdl !== undefined && { sdl: formerSdl }),
      supergraphSdl: composeSupergraph(all).supergraphSdl,
    },
    law: readLaw(given.law ?? LAW_TEXT),
    approvals: given.approvals ?? [],
    now: NOW,
    usage: given.usage ?? { isComplete: false, operations: [] },
    accepts: given.accepts ?? [],
    limits: { ...CHECK_LIMITS, ...given.limits },
  };
}

/** An approval of the owner for the guest. */
export function anApproval(right: Right, coordinate: string, more: Partial<Approval> = {}): Approval {
  const id = `sha256:${'0'.repeat(64)}`;
  return { id, owner: 'owner', to: 'guest', rights: [{ right, coordinate }], reason: 'agreed', ...more };
}

/** The errors of a report, as `CODE coordinate`. */
export function errorsOf({ findings }: CheckReport): readonly string[] {
  return told(findings.filter(({ severity }) => severity === 'ERROR'));
}

/** The warnings of a report, as `CODE coordinate`. */
export function warningsOf({ findings }: CheckReport): readonly string[] {
  return told(findings.filter(({ severity }) => severity === 'WARNING'));
}

function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, coordinate }) => [code, coordinate].filter(Boolean).join(' '));
}
