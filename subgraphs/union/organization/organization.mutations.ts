import { text } from '../../../schema/contract/text.js';
import { unionMutation } from '../recording/union-mutation.js';
import { handOverUnionsBelow, HandOverUnionsBelowInput } from './handing-over.js';
import { endOrganization } from './organization-ending.js';
import {
  ActivateOrganizationInput,
  EndOrganizationInput,
  PlaceUnderParentInput,
  PlanOrganizationInput,
} from './organization-inputs.js';
import { placeUnderParent } from './organization-placing.js';
import { activateOrganization, planOrganization } from './organization-planning.js';
import { ORGANIZATION_STEPS } from './organization-steps.js';
import { UnionHandover } from './union-handover.entity.js';
import { UnionOrganization } from './union-organization.entity.js';

/** All that changes union organisations. */
export const ORGANIZATION_MUTATIONS = [
  unionMutation({
    operation: 'planOrganization',
    answers: UnionOrganization,
    input: PlanOrganizationInput,
    by: ['UNION_OFFICER'],
    title: text('Ghi nhận một tổ chức công đoàn sắp thành lập', 'Plans a union organisation under another.'),
    work: planOrganization,
  }),
  unionMutation({
    operation: 'activateOrganization',
    answers: UnionOrganization,
    input: ActivateOrganizationInput,
    by: ORGANIZATION_STEPS.activateOrganization.by,
    title: text('Ghi nhận tổ chức bắt đầu hoạt động', 'Lets a planned organisation begin.'),
    work: activateOrganization,
  }),
  unionMutation({
    operation: 'endOrganization',
    answers: UnionOrganization,
    input: EndOrganizationInput,
    by: ORGANIZATION_STEPS.endOrganization.by,
    title: text(
      'Ghi nhận tổ chức kết thúc và các tổ chức kế tiếp; không còn tổ chức nào ở dưới',
      'Ends an organisation below which none is left, and names those that follow it.',
    ),
    work: endOrganization,
  }),
  unionMutation({
    operation: 'placeUnderParent',
    answers: UnionOrganization,
    input: PlaceUnderParentInput,
    by: ['UNION_OFFICER'],
    title: text(
      'Đặt một tổ chức dưới cấp trên trực tiếp khác từ một ngày',
      'Puts an organisation under another union from a day on.',
    ),
    work: placeUnderParent,
  }),
  unionMutation({
    operation: 'handOverUnionsBelow',
    answers: UnionHandover,
    input: HandOverUnionsBelowInput,
    by: ['UNION_OFFICER'],
    title: text(
      'Chuyển mọi công đoàn cấp dưới trực tiếp của một tổ chức sang tổ chức khác từ một ngày: tất cả, hoặc không tổ chức nào',
      'Puts all unions right below one under another from a day on: all of them, or none.',
    ),
    work: handOverUnionsBelow,
  }),
] as const;
