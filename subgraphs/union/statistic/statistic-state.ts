import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** How far a figure has come. */
export enum StatisticState {
  PROVISIONAL = 'PROVISIONAL',
  PUBLISHED = 'PUBLISHED',
  CORRECTED = 'CORRECTED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(StatisticState, {
  name: 'StatisticState',
  description: both('Trạng thái số liệu', 'How far a figure has come.'),
  valuesConfig: {
    PROVISIONAL: { description: both('Sơ bộ', 'Provisional.') },
    PUBLISHED: { description: both('Đã công bố', 'Published.') },
    CORRECTED: { description: both('Đã đính chính', 'Corrected; earlier versions are kept.') },
    WITHDRAWN: { description: both('Đã rút', 'Withdrawn; not to be used.') },
  },
});

/** States in which a figure counts; others are told only when they are asked for. */
export const COUNTING_STATES: readonly StatisticState[] = [
  StatisticState.PUBLISHED,
  StatisticState.CORRECTED,
];
