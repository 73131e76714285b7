import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** What is done together. */
export enum ActivityKind {
  CONFERENCE = 'CONFERENCE',
  COMMENDATION = 'COMMENDATION',
  SIGNING = 'SIGNING',
  PLANNING = 'PLANNING',
  COMMUNICATION_SESSION = 'COMMUNICATION_SESSION',
  COMMUNICATION_PRODUCTION = 'COMMUNICATION_PRODUCTION',
  TRAINING = 'TRAINING',
  FESTIVAL = 'FESTIVAL',
  REVIEW = 'REVIEW',
  PROTECTION = 'PROTECTION',
  DISPUTE_SETTLEMENT = 'DISPUTE_SETTLEMENT',
  SUPPORT_ABROAD = 'SUPPORT_ABROAD',
  INFORMATION_EXCHANGE = 'INFORMATION_EXCHANGE',
}
registerEnumType(ActivityKind, {
  name: 'ActivityKind',
  description: both('Loại hoạt động phối hợp', 'What is done together.'),
  valuesConfig: {
    CONFERENCE: { description: both('Hội nghị triển khai, quán triệt', 'A conference to start or explain.') },
    COMMENDATION: { description: both('Hội nghị biểu dương', 'A conference to commend.') },
    SIGNING: { description: both('Lễ ký kết', 'The signing of an agreement.') },
    PLANNING: { description: both('Xây dựng, ban hành kế hoạch chung', 'Drawing up a joint plan.') },
    COMMUNICATION_SESSION: {
      description: both('Buổi tuyên truyền trực tiếp', 'A session held face to face.'),
    },
    COMMUNICATION_PRODUCTION: {
      description: both('Biên soạn, phát hành sản phẩm tuyên truyền', 'Making communication products.'),
    },
    TRAINING: { description: both('Tập huấn, bồi dưỡng', 'Training.') },
    FESTIVAL: { description: both('Ngày hội', 'A festival.') },
    REVIEW: { description: both('Sơ kết, tổng kết, bình xét', 'A review or an appraisal.') },
    PROTECTION: {
      description: both('Bảo đảm an ninh, trật tự; phòng ngừa tội phạm', 'Protection; crime prevention.'),
    },
    DISPUTE_SETTLEMENT: {
      description: both(
        'Giải quyết tranh chấp lao động, hòa giải tại cơ sở',
        'Settling labour disputes; reconciliation at the grassroots.',
      ),
    },
    SUPPORT_ABROAD: { description: both('Hỗ trợ ở nước ngoài', 'Support abroad.') },
    INFORMATION_EXCHANGE: {
      description: both('Trao đổi thông tin, báo cáo định kỳ', 'Exchange of information, regular reports.'),
    },
  },
});

/** Level at which an activity is organised. */
export enum ActivityLevel {
  NATIONAL = 'NATIONAL',
  PROVINCIAL = 'PROVINCIAL',
  DISTRICT = 'DISTRICT',
  COMMUNE = 'COMMUNE',
  GRASSROOTS = 'GRASSROOTS',
}
registerEnumType(ActivityLevel, {
  name: 'ActivityLevel',
  description: both('Cấp tổ chức hoạt động', 'Level at which an activity is organised.'),
  valuesConfig: {
    NATIONAL: { description: both('Toàn quốc', 'The nation.') },
    PROVINCIAL: { description: both('Cấp tỉnh', 'A province.') },
    DISTRICT: { description: both('Cấp huyện (đến 30/6/2025)', 'A district, until 30 June 2025.') },
    COMMUNE: { description: both('Cấp xã', 'A commune.') },
    GRASSROOTS: {
      description: both('Cơ sở: cơ quan, đơn vị, doanh nghiệp', 'An agency, a unit or an enterprise.'),
    },
  },
});

/** How far an activity has come. */
export enum ActivityState {
  PLANNED = 'PLANNED',
  APPROVED = 'APPROVED',
  HELD = 'HELD',
  REPORTED = 'REPORTED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(ActivityState, {
  name: 'ActivityState',
  description: both('Trạng thái của hoạt động', 'How far an activity has come.'),
  valuesConfig: {
    PLANNED: { description: both('Dự kiến', 'Planned.') },
    APPROVED: { description: both('Đã duyệt', 'Approved.') },
    HELD: { description: both('Đã tổ chức', 'Held.') },
    REPORTED: { description: both('Đã báo cáo kết quả', 'Held and reported on.') },
    CANCELLED: { description: both('Đã hủy', 'Cancelled.') },
  },
});

/** How often an activity is repeated. */
export enum ActivityRecurrence {
  YEARLY = 'YEARLY',
  PERIODIC = 'PERIODIC',
  ONGOING = 'ONGOING',
}
registerEnumType(ActivityRecurrence, {
  name: 'ActivityRecurrence',
  description: both('Nhịp lặp lại của hoạt động', 'How often an activity is repeated.'),
  valuesConfig: {
    YEARLY: { description: both('Hàng năm', 'Every year.') },
    PERIODIC: { description: both('Định kỳ, không nêu nhịp', 'Regularly; the interval is not stated.') },
    ONGOING: { description: both('Thường xuyên', 'All the time.') },
  },
});
