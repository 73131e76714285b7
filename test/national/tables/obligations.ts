import { dated } from '../days.js';
import type { Nation, Rows } from '../nation.js';
import { MARK } from '../words.js';
import { sides } from './coordination.js';
import { provinceAt, WHOLE } from './structure.js';

/** The first year of which monthly reports are owed. Unit: year. */
const FIRST_YEAR = 2025;
/** Of how many months reports are owed, and of how many they came. Unit: months. */
const OWED = 24;
const RECEIVED = 18;
const YEAR = 12;

/** Last day of a month on which its predecessor's report is on time. */
const DUE_DAY = 10;

/** Monthly reports that the union of a province owes its police under each of their agreements. */
export function obligationRows(nation: Nation): readonly Rows[] {
  return [reports(nation), obligations(nation)];
}

function agreementsOf(nation: Nation): number {
  return nation.count(WHOLE.agreements);
}

/** What the nth report is about, and when it came. */
function reportAt(nation: Nation, nth: number) {
  const agreement = nth % agreementsOf(nation);
  const month = Math.floor(nth / agreementsOf(nation));
  const chance = nation.chance('report', nth);
  const isLate = chance.next() < 0.1;
  return {
    agreement,
    month,
    province: agreement % nation.land.provinces.length,
    isLate,
    receivedOn: dayOf(month + 1, isLate ? chance.between(DUE_DAY + 1, 28) : chance.between(1, DUE_DAY)),
  };
}

/** A day of a month that is counted from the first one; day 0 is the last of the month before. */
function dayOf(month: number, day: number): string {
  return new Date(Date.UTC(FIRST_YEAR, month, day)).toISOString().slice(0, 10);
}

function reports(nation: Nation): Rows {
  return {
    type: 'Document',
    kind: 'report',
    count: agreementsOf(nation) * RECEIVED,
    row: (nth) => {
      const { province, agreement, month, receivedOn } = reportAt(nation, nth);
      return {
        symbol: `${nth + 10_001}/BC-LĐLĐ`,
        symbolStatus: 'CLEAR',
        nameVi: `Báo cáo tháng ${(month % YEAR) + 1} về thỏa thuận ${agreement + 1}, ${provinceAt(nation, province).name} ${MARK}`,
        family: 'FEDERATION_OF_LABOUR',
        documentType: 'REPORT',
        issuers: [sides(nation, province).union],
        issuedOn: dated(receivedOn),
        state: 'ISSUED',
      };
    },
  };
}

function obligations(nation: Nation): Rows {
  return {
    type: 'ReportingObligation',
    count: agreementsOf(nation) * OWED,
    row: (nth) => {
      const { agreement, province, month } = reportAt(nation, nth);
      const { union, police } = sides(nation, province);
      return {
        classification: 'INTERNAL',
        reporter: union,
        recipient: police,
        agreement: nation.key('CoordinationAgreement', agreement),
        period: { from: dayOf(month, 1), to: dayOf(month + 1, 0), precision: 'DAY', text: null },
        dueOn: dayOf(month + 1, DUE_DAY),
        ...(month < RECEIVED ? receivedOf(nation, nth) : { state: 'DUE' }),
      };
    },
  };
}

function receivedOf(nation: Nation, nth: number) {
  const { isLate, receivedOn } = reportAt(nation, nth);
  return { state: isLate ? 'RECEIVED_LATE' : 'RECEIVED', receivedOn, report: nation.key('report', nth) };
}
