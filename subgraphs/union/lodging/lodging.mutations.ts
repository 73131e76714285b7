import { text } from '../../../schema/contract/text.js';
import { endingOf, EndRecordInput } from '../recording/ending.js';
import { REGISTRARS } from '../recording/registrars.js';
import { unionMutation } from '../recording/union-mutation.js';
import { LodgingQuarter } from './lodging-quarter.entity.js';
import { amend, AmendLodgingQuarterInput, register, RegisterLodgingQuarterInput } from './lodging-writing.js';

/** All that changes lodging quarters. */
export const LODGING_MUTATIONS = [
  unionMutation({
    operation: 'registerLodgingQuarter',
    answers: LodgingQuarter,
    input: RegisterLodgingQuarterInput,
    by: REGISTRARS,
    title: text('Đăng ký một nơi ở của công nhân', 'Registers a place where workers lodge.'),
    work: register,
  }),
  unionMutation({
    operation: 'amendLodgingQuarter',
    answers: LodgingQuarter,
    input: AmendLodgingQuarterInput,
    by: REGISTRARS,
    title: text('Sửa thông tin một nơi ở của công nhân', 'Describes a lodging quarter anew.'),
    work: amend,
  }),
  unionMutation({
    operation: 'endLodgingQuarter',
    answers: LodgingQuarter,
    input: EndRecordInput,
    by: REGISTRARS,
    title: text('Ghi nhận một nơi ở không còn', 'Records that a lodging quarter is no more.'),
    work: endingOf(LodgingQuarter),
  }),
] as const;
