import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** What an agreement between agencies is. */
export enum AgreementKind {
  REGULATION = 'REGULATION',
  PROGRAMME = 'PROGRAMME',
  PLAN = 'PLAN',
  JOINT_RESOLUTION = 'JOINT_RESOLUTION',
}
registerEnumType(AgreementKind, {
  name: 'AgreementKind',
  description: both('Loại thỏa thuận phối hợp', 'What an agreement between agencies is.'),
  valuesConfig: {
    REGULATION: { description: both('Quy chế phối hợp', 'Coordination regulation.') },
    PROGRAMME: { description: both('Chương trình phối hợp', 'Coordination programme.') },
    PLAN: { description: both('Kế hoạch phối hợp', 'Coordination plan.') },
    JOINT_RESOLUTION: { description: both('Nghị quyết liên tịch', 'Joint resolution.') },
  },
});

/** Where an agreement stands in its life. Source: domain guide, section 4. */
export enum AgreementState {
  DRAFT = 'DRAFT',
  SIGNED = 'SIGNED',
  IN_FORCE = 'IN_FORCE',
  AMENDED = 'AMENDED',
  SUPERSEDED = 'SUPERSEDED',
  EXPIRED = 'EXPIRED',
  TERMINATED = 'TERMINATED',
}
registerEnumType(AgreementState, {
  name: 'AgreementState',
  description: both('Trạng thái của thỏa thuận', 'Where an agreement stands in its life.'),
  valuesConfig: {
    DRAFT: { description: both('Dự thảo', 'A draft.') },
    SIGNED: {
      description: both(
        'Đã ký; chưa có hiệu lực hoặc không rõ thời hạn',
        'Signed; not in force yet, or until when is not stated.',
      ),
    },
    IN_FORCE: { description: both('Đang có hiệu lực', 'In force.') },
    AMENDED: { description: both('Có hiệu lực, đã sửa đổi', 'In force, with amendments.') },
    SUPERSEDED: { description: both('Đã được thay bằng thỏa thuận sau', 'Superseded by a later one.') },
    EXPIRED: { description: both('Đã hết thời hạn', 'Its term is over.') },
    TERMINATED: { description: both('Đã chấm dứt', 'Terminated.') },
  },
});
