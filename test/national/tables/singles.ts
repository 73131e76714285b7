import { someDay, YEARS } from '../days.js';
import type { Nation, Rows } from '../nation.js';
import { at } from '../random.js';
import { MARK } from '../words.js';
import { collectives, individuals, isTold, recipientRows, type Singles } from './recipients.js';
import { batchAt, formOf } from './recognition.js';
import { unionRef } from './structure.js';

/** One collective of each batch, and an individual of some, by themselves, with the file on which it was decided. */
export function singleRows(nation: Nation): readonly Rows[] {
  const all = [collectives(nation), individuals(nation)];
  return [rounds(nation), ...all.flatMap((singles) => filesOf(nation, singles))];
}

function filesOf(nation: Nation, singles: Singles): readonly Rows[] {
  const files = [nominations, steps, recognitions].map((rows) => rows(nation, singles));
  return [...recipientRows(nation, singles), ...files];
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

function nominations(nation: Nation, { prefix, count, batch }: Singles): Rows {
  return {
    type: 'Nomination',
    kind: `${prefix}Nomination`,
    count,
    row: (nth) => {
      const { authority, recipient, year, decidedOn, byPolice } = batchAt(nation, batch(nth));
      const kind = byPolice ? 'SUBORDINATE_UNIT' : 'UNION_PROVINCIAL';
      return {
        classification: 'RESTRICTED',
        round: nation.key('AwardRound', YEARS.indexOf(year)),
        form: nation.land.forms.get(formOf(byPolice)),
        rule: nation.land.rules.get(`${formOf(byPolice)} ${kind}`),
        authority,
        nominator: recipient,
        recipient: nation.key(`${prefix}Recipient`, nth),
        achievedFrom: `${year - 1}-01-01`,
        achievedTo: `${year - 1}-12-31`,
        state: 'CONFERRED',
        submittedOn: decidedOn,
        decision: nation.key('Decision', batch(nth)),
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

function steps(nation: Nation, { prefix, count, batch }: Singles): Rows {
  return {
    type: 'NominationStep',
    kind: `${prefix}NominationStep`,
    count: count * WAY.length,
    row: (nth) => {
      const of = Math.floor(nth / WAY.length);
      const ordinal = (nth % WAY.length) + 1;
      const [act, toState] = at(WAY, ordinal - 1);
      return {
        classification: 'RESTRICTED',
        nomination: nation.key(`${prefix}Nomination`, of),
        ordinal,
        act,
        fromState: WAY[ordinal - 2]?.[1] ?? null,
        toState,
        takenOn: batchAt(nation, batch(of)).decidedOn,
      };
    },
  };
}

function recognitions(nation: Nation, singles: Singles): Rows {
  const { prefix, kind, count, batch } = singles;
  return {
    type: 'Recognition',
    kind: `${prefix}Recognition`,
    count,
    row: (nth) => {
      const { authority, recipient, side, year, byPolice } = batchAt(nation, batch(nth));
      return {
        nomination: nation.key(`${prefix}Nomination`, nth),
        form: nation.land.forms.get(formOf(byPolice)),
        authority,
        recipient: nation.key(`${prefix}Recipient`, nth),
        organization: isTold(singles, nth) ? recipient : null,
        recipientKind: kind,
        recipientSide: side,
        decision: nation.key('Decision', batch(nth)),
        conferredOn: someDay(nation.chance(`${prefix}Recognition`, nth), year + 1),
        batch: nation.key('RecognitionBatch', batch(nth)),
        state: 'CONFERRED',
      };
    },
  };
}
