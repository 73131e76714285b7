import { text } from '../../../schema/contract/text.js';
import { endingOf, EndRecordInput } from '../recording/ending.js';
import { REGISTRARS } from '../recording/registrars.js';
import { unionMutation } from '../recording/union-mutation.js';
import { amend, AmendEnterpriseInput, register, RegisterEnterpriseInput } from './enterprise-writing.js';
import { Enterprise } from './enterprise.entity.js';

/** All that changes enterprises. */
export const ENTERPRISE_MUTATIONS = [
  unionMutation({
    operation: 'registerEnterprise',
    answers: Enterprise,
    input: RegisterEnterpriseInput,
    by: REGISTRARS,
    title: text('Đăng ký một doanh nghiệp', 'Registers an enterprise.'),
    work: register,
  }),
  unionMutation({
    operation: 'amendEnterprise',
    answers: Enterprise,
    input: AmendEnterpriseInput,
    by: REGISTRARS,
    title: text('Sửa thông tin một doanh nghiệp', 'Describes an enterprise anew.'),
    work: amend,
  }),
  unionMutation({
    operation: 'endEnterprise',
    answers: Enterprise,
    input: EndRecordInput,
    by: REGISTRARS,
    title: text('Ghi nhận một doanh nghiệp chấm dứt hoạt động', 'Records that an enterprise is no more.'),
    work: endingOf(Enterprise),
  }),
] as const;
