import type { Nation, Rows } from '../nation.js';
import { at } from '../random.js';
import { MARK } from '../words.js';
import { enterpriseAt } from './places.js';
import { grassrootsAt, unionRef, WHOLE } from './structure.js';

/** One in so many of the enterprises that may is registered for the standard. */
const REGISTERED_EVERY = 3;

/** The year of the standard; its dates. */
const YEAR = 2026;
const REGISTERED_ON = `${YEAR}-03-16`;
const APPRAISED_ON = `${YEAR}-05-20`;
const DECIDED_ON = `${YEAR}-06-15`;

/** Larger ones alone. Source: domain guide, section 4, the security-and-order standard. */
const CLASSES: Readonly<Record<string, string>> = { MEDIUM: 'MEDIUM_ENTERPRISE', LARGE: 'LARGE_ENTERPRISE' };

/** How far enterprises come within the year. */
const OUTCOMES = [
  { state: 'RECOGNISED', grade: 'EXCELLENT' },
  { state: 'RECOGNISED', grade: 'FAIR' },
  { state: 'NOT_RECOGNISED', grade: null },
  { state: 'APPRAISED', grade: 'FAIR' },
  { state: 'SELF_ASSESSED', grade: null },
  { state: 'REGISTERED', grade: null },
  { state: 'RECOGNISED', grade: 'FAIR' },
  { state: 'RECOGNISED', grade: 'AVERAGE' },
] as const;

/** Enterprises that are registered for the security-and-order standard of a year, most of them recognised. */
export function standardRows(nation: Nation): readonly Rows[] {
  return [decisions(nation), recognitions(nation)];
}

/** One decision of the police of each province. */
function decisions(nation: Nation): Rows {
  return {
    type: 'Decision',
    kind: 'decision on a standard',
    count: nation.land.provinces.length,
    row: (nth) => ({
      symbol: `${nth + 10_001}/QĐ-CAT`,
      authority: policeOf(nation, nth),
      decidedOn: DECIDED_ON,
      signatoryOfficeVi: `Giám đốc ${MARK}`,
    }),
  };
}

function policeOf(nation: Nation, province: number): string {
  return nation.ref('PoliceOrganization', 'provincial police', province);
}

function recognitions(nation: Nation): Rows {
  return {
    type: 'StandardRecognition',
    count: nation.count(WHOLE.enterprises),
    row: (nth) => {
      const subjectClass = CLASSES[enterpriseAt(nation, nth).sizeClass];
      if (!subjectClass || nth % REGISTERED_EVERY > 0) return null;
      const police = policeOf(nation, grassrootsAt(nation, nth).commune.province);
      return {
        standard: nation.land.standard,
        subject: nation.ref('Enterprise', 'Enterprise', nth),
        subjectKind: 'ENTERPRISE',
        subjectClass,
        year: YEAR,
        appraiser: police,
        authority: police,
        registeredOn: REGISTERED_ON,
        ...fileOf(nation, nth),
      };
    },
  };
}

/** What was done of the nth so far, and by which side. */
function fileOf(nation: Nation, nth: number) {
  const { state, grade } = at(OUTCOMES, Math.floor(nth / REGISTERED_EVERY));
  const { province } = grassrootsAt(nation, nth).commune;
  const organization = unionRef(nation, { kind: 'grassroots', nth });
  const [isAssessed, isAppraised] = [
    state !== 'REGISTERED',
    state !== 'REGISTERED' && state !== 'SELF_ASSESSED',
  ];
  const assessed = { selfAssessingUnit: organization, selfAssessorDigest: nation.key('assessor', nth) };
  const appraised = {
    appraisingUnit: policeOf(nation, province),
    appraiserDigest: nation.key('appraiser', nth),
    appraisedOn: APPRAISED_ON,
  };
  return {
    classification: state === 'RECOGNISED' ? 'PUBLIC' : 'INTERNAL',
    state,
    grade,
    organization,
    decision: state === 'RECOGNISED' ? nation.key('decision on a standard', province) : null,
    ...(isAssessed && assessed),
    ...(isAppraised && appraised),
  };
}
