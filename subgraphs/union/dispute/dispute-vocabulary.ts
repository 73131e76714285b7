import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

export { DisputeCause } from '../../shared/values/labour-dispute.js';

/** What a dispute is. Source: domain rule, types of the union. */
export enum DisputeKind {
  COLLECTIVE_DISPUTE = 'COLLECTIVE_DISPUTE',
  WORK_STOPPAGE = 'WORK_STOPPAGE',
}
registerEnumType(DisputeKind, {
  name: 'DisputeKind',
  description: both('Loại vụ việc lao động', 'What a labour dispute is.'),
  valuesConfig: {
    COLLECTIVE_DISPUTE: { description: both('Tranh chấp lao động tập thể', 'A collective dispute.') },
    WORK_STOPPAGE: { description: both('Ngừng việc tập thể', 'A collective work stoppage.') },
  },
});

/** How far a dispute case has come. */
export enum DisputeState {
  REPORTED = 'REPORTED',
  VERIFIED = 'VERIFIED',
  IN_DIALOGUE = 'IN_DIALOGUE',
  IN_MEDIATION = 'IN_MEDIATION',
  AGREED = 'AGREED',
  REFERRED = 'REFERRED',
  RESOLVED = 'RESOLVED',
  CLOSED = 'CLOSED',
}
registerEnumType(DisputeState, {
  name: 'DisputeState',
  description: both('Trạng thái vụ việc', 'How far a dispute case has come.'),
  valuesConfig: {
    REPORTED: { description: both('Đã tiếp nhận, chưa xác minh', 'Reported, not yet verified.') },
    VERIFIED: { description: both('Đã xác minh', 'Verified.') },
    IN_DIALOGUE: { description: both('Đang đối thoại', 'In dialogue with the employer.') },
    IN_MEDIATION: { description: both('Đang hòa giải', 'Before a mediator.') },
    AGREED: { description: both('Đã đạt thỏa thuận', 'An agreement was reached.') },
    REFERRED: {
      description: both(
        'Đã chuyển cơ quan có thẩm quyền',
        'Referred to an authority, arbitrators or a court.',
      ),
    },
    RESOLVED: { description: both('Đã giải quyết', 'Resolved: what became of each claim is known.') },
    CLOSED: { description: both('Đã kết thúc', 'Closed.') },
  },
});

/** What resolved a dispute. */
export enum DisputeResolution {
  AGREEMENT = 'AGREEMENT',
  ARBITRATION = 'ARBITRATION',
  JUDGMENT = 'JUDGMENT',
  AUTHORITY_DECISION = 'AUTHORITY_DECISION',
}
registerEnumType(DisputeResolution, {
  name: 'DisputeResolution',
  description: both('Cách giải quyết', 'What resolved a labour dispute.'),
  valuesConfig: {
    AGREEMENT: { description: both('Thỏa thuận của hai bên', 'An agreement of the two sides.') },
    ARBITRATION: {
      description: both(
        'Quyết định của Hội đồng trọng tài lao động',
        'A decision of the labour arbitrators.',
      ),
    },
    JUDGMENT: { description: both('Bản án, quyết định của Tòa án', 'A judgment or decision of a court.') },
    AUTHORITY_DECISION: {
      description: both('Quyết định của cơ quan nhà nước', 'A decision of a state authority.'),
    },
  },
});
