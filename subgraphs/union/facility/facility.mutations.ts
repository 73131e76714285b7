import { text } from '../../../schema/contract/text.js';
import { endingOf, EndRecordInput } from '../recording/ending.js';
import { REGISTRARS } from '../recording/registrars.js';
import { unionMutation } from '../recording/union-mutation.js';
import { amend, AmendFacilityInput, register, RegisterFacilityInput } from './facility-writing.js';
import { Facility } from './facility.entity.js';

/** All that changes the unions' facilities. */
export const FACILITY_MUTATIONS = [
  unionMutation({
    operation: 'registerFacility',
    answers: Facility,
    input: RegisterFacilityInput,
    by: REGISTRARS,
    title: text('Đăng ký một thiết chế công đoàn', 'Registers a facility of a union.'),
    work: register,
  }),
  unionMutation({
    operation: 'amendFacility',
    answers: Facility,
    input: AmendFacilityInput,
    by: REGISTRARS,
    title: text('Sửa thông tin một thiết chế công đoàn', 'Describes a facility anew.'),
    work: amend,
  }),
  unionMutation({
    operation: 'endFacility',
    answers: Facility,
    input: EndRecordInput,
    by: REGISTRARS,
    title: text('Ghi nhận một thiết chế công đoàn không còn', 'Records that a facility is no more.'),
    work: endingOf(Facility),
  }),
] as const;
