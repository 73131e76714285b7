import { both } from '../../../schema/contract/text.js';
import type { AwardRound } from './award-round.entity.js';
import { registerEnumType } from 'type-graphql';

/** How far a round has come; its days alone say so. */
export enum AwardRoundState {
  PLANNED = 'PLANNED',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}
registerEnumType(AwardRoundState, {
  name: 'AwardRoundState',
  description: both('Tình trạng đợt xét khen', 'How far a round has come.'),
  valuesConfig: {
    PLANNED: { description: both('Chưa mở', 'Not open yet.') },
    OPEN: { description: both('Đang nhận hồ sơ', 'Takes in nominations.') },
    CLOSED: { description: both('Đã đóng', 'Takes in nothing any more.') },
  },
});

/** The state of a round on a day. */
export function roundState(
  { opensOn, closesOn }: Pick<AwardRound, 'opensOn' | 'closesOn'>,
  day: string,
): AwardRoundState {
  if (day >= closesOn) return AwardRoundState.CLOSED;
  return day < opensOn ? AwardRoundState.PLANNED : AwardRoundState.OPEN;
}
