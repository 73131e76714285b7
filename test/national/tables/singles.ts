import { someDay, YEARS } from '../days.js';
import type { Nation, Rows } from '../nation.js';
import { at } from '../random.js';
import { MARK } from '../words.js';
import { batchAt, formOf } from './recognition.js';
import { unionRef, WHOLE } from './structure.js';

/** One collective of each batch by itself, without a name, with the file on which it was decided. */
export function singleRows(nation: Nation): readonly Rows[] {
  return [rounds(nation), recipients(nation), nominations(nation), steps(nation), recognitions(nation)];
}

/** One round of each year, by the first provincial union. */
function rounds(nation: Nation): Rows {
  return {
    type: 'AwardRound',
    count: YEARS.length,
    row: (nth) => ({
      nameVi: `Đợt khen thưởng ${at(YEARS, nth)} ${MARK}`,
      organization: unionRef(nation, { kind: 'provincial', nth: 0 }),
      forms: [...nation.land.forms.values()].map((key) => `AwardForm:${key}`),
      year: at(YEARS, nth),
      opensOn: `${at(YEARS, nth)}-01-01`,
      closesOn: `${at(YEARS, nth)}-12-31`,
    }),
  };
}

function recipients(nation: Nation): Rows {
  return {
    type: 'Recipient',
    count: nation.count(WHOLE.batches),
    row: (nth) => {
      const { side, recipient, authority } = batchAt(nation, nth);
      return {
        kind: 'COLLECTIVE',
        side,
        visibility: 'COUNT_ONLY',
        organization: recipient,
        registeredBy: authority,
      };
    },
  };
}

function nominations(nation: Nation): Rows {
  return {
    type: 'Nomination',
    count: nation.count(WHOLE.batches),
    row: (nth) => {
      const { authority, recipient, year, decidedOn, byPolice } = batchAt(nation, nth);
      const kind = byPolice ? 'SUBORDINATE_UNIT' : 'UNION_PROVINCIAL';
      return {
        classification: 'RESTRICTED',
        round: nation.key('AwardRound', YEARS.indexOf(year)),
        form: nation.land.forms.get(formOf(byPolice)),
        rule: nation.land.rules.get(`${formOf(byPolice)} ${kind}`),
        authority,
        nominator: recipient,
        recipient: nation.key('Recipient', nth),
        achievedFrom: `${year - 1}-01-01`,
        achievedTo: `${year - 1}-12-31`,
        state: 'CONFERRED',
        submittedOn: decidedOn,
        decision: nation.key('Decision', nth),
      };
    },
  };
}

/** The way from a draft to the conferral. */
const WAY = [
  ['DRAFT', 'DRAFT'],
  ['SUBMIT', 'SUBMITTED'],
  ['VERIFY', 'VERIFIED'],
  ['READY', 'COUNCIL_READY'],
  ['PASS_VOTE', 'VOTED_PASSED'],
  ['DECIDE', 'DECIDED'],
  ['CONFER', 'CONFERRED'],
] as const;

function steps(nation: Nation): Rows {
  return {
    type: 'NominationStep',
    count: nation.count(WHOLE.batches) * WAY.length,
    row: (nth) => {
      const of = Math.floor(nth / WAY.length);
      const ordinal = (nth % WAY.length) + 1;
      const [act, toState] = at(WAY, ordinal - 1);
      return {
        classification: 'RESTRICTED',
        nomination: nation.key('Nomination', of),
        ordinal,
        act,
        fromState: WAY[ordinal - 2]?.[1] ?? null,
        toState,
        takenOn: batchAt(nation, of).decidedOn,
      };
    },
  };
}

function recognitions(nation: Nation): Rows {
  return {
    type: 'Recognition',
    count: nation.count(WHOLE.batches),
    row: (nth) => {
      const { authority, recipient, side, year, byPolice } = batchAt(nation, nth);
      return {
        nomination: nation.key('Nomination', nth),
        form: nation.land.forms.get(formOf(byPolice)),
        authority,
        recipient: nation.key('Recipient', nth),
        organization: recipient,
        recipientKind: 'COLLECTIVE',
        recipientSide: side,
        decision: nation.key('Decision', nth),
        conferredOn: someDay(nation.chance('Recognition', nth), year + 1),
        batch: nation.key('RecognitionBatch', nth),
        state: 'CONFERRED',
      };
    },
  };
}
