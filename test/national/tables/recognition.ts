import { dated, exactly, someDay, YEARS } from '../days.js';
import type { Nation, Rows } from '../nation.js';
import { MARK } from '../words.js';
import { singleRows } from './singles.js';
import { standardRows } from './standards.js';
import { provinceAt, unionRef, WHOLE } from './structure.js';

/** Recognitions as decisions and batches, a tenth of them across the agencies, and by a yearly standard. */
export function recognitionRows(nation: Nation): readonly Rows[] {
  return [decisions(nation), batches(nation), ...singleRows(nation), ...standardRows(nation)];
}

/** Every so many batches an individual is among the recipients. */
export const MIXED_EVERY = 5;

/** What the nth batch is: who decided when, and for whom. */
export function batchAt(nation: Nation, nth: number) {
  const chance = nation.chance('RecognitionBatch', nth);
  const province = nth % nation.land.provinces.length;
  const year = chance.of(YEARS);
  const union = unionRef(nation, { kind: 'provincial', nth: province });
  const police = nation.ref('PoliceOrganization', 'provincial police', province);
  const [byPolice, isAcross] = [chance.next() < 0.4, chance.next() < 0.1];
  return {
    chance,
    year,
    name: provinceAt(nation, province).name,
    authority: byPolice ? police : union,
    side: byPolice === isAcross ? 'UNION' : 'POLICE',
    recipient: byPolice === isAcross ? union : police,
    decidedOn: someDay(chance, year),
    byPolice,
  };
}

/** What the police of a province give, and what its unions do. */
export function formOf(byPolice: boolean): string {
  return byPolice ? 'GIAY_KHEN' : 'BANG_KHEN';
}

function decisions(nation: Nation): Rows {
  return {
    type: 'Decision',
    count: nation.count(WHOLE.batches),
    row: (nth) => {
      const { authority, decidedOn, byPolice } = batchAt(nation, nth);
      return {
        symbol: `${(nth % 9_000) + 100}/QĐ-${byPolice ? 'CAT' : 'LĐLĐ'}`,
        authority,
        decidedOn,
        signatoryOfficeVi: `${byPolice ? 'Giám đốc' : 'Chủ tịch'} ${MARK}`,
      };
    },
  };
}

function batches(nation: Nation): Rows {
  return {
    type: 'RecognitionBatch',
    count: nation.count(WHOLE.batches),
    row: (nth) => {
      const { chance, authority, side, recipient, decidedOn, byPolice, name } = batchAt(nation, nth);
      return {
        form: nation.land.forms.get(formOf(byPolice)),
        authority,
        authorityOfficeVi: `${byPolice ? 'Giám đốc Công an' : 'Chủ tịch Liên đoàn Lao động'} ${name} ${MARK}`,
        authorityOfficeEn: `${byPolice ? 'Director of police' : 'President of the federation'}, ${name}`,
        count: exactly(chance.between(2, 18), 'individuals'),
        kind: nth % MIXED_EVERY === 0 ? 'MIXED' : chance.of(['COLLECTIVE', 'MIXED']),
        recipientSide: side,
        recipient,
        movement: `Movement:${nation.land.movement}`,
        conferredAt: dated(decidedOn),
        decision: nation.key('Decision', nth),
        status: 'CONFERRED',
        outcome: 'GRANTED',
      };
    },
  };
}
