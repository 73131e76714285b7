import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** How far the yearly recognition of one subject has come. Source: domain rule, life cycles. */
export enum StandardRecognitionState {
  REGISTERED = 'REGISTERED',
  SELF_ASSESSED = 'SELF_ASSESSED',
  APPRAISED = 'APPRAISED',
  RECOGNISED = 'RECOGNISED',
  NOT_RECOGNISED = 'NOT_RECOGNISED',
  EXPIRED = 'EXPIRED',
  WITHDRAWN_FOR_CAUSE = 'WITHDRAWN_FOR_CAUSE',
}
registerEnumType(StandardRecognitionState, {
  name: 'StandardRecognitionState',
  description: both('Tình trạng công nhận tiêu chuẩn hằng năm', 'How far a yearly recognition has come.'),
  valuesConfig: {
    REGISTERED: { description: both('Đã đăng ký', 'Registered, by 31 March of the year.') },
    SELF_ASSESSED: { description: both('Đã tự chấm điểm', 'The subject has assessed itself.') },
    APPRAISED: { description: both('Đã thẩm định', 'Appraised by another unit; not decided yet.') },
    RECOGNISED: { description: both('Đã công nhận', 'Recognised, until the end of the year.') },
    NOT_RECOGNISED: { description: both('Không công nhận', 'Not recognised.') },
    EXPIRED: { description: both('Đã công nhận, hết năm', 'Was recognised; the year has ended.') },
    WITHDRAWN_FOR_CAUSE: { description: both('Đã thu hồi, có căn cứ', 'Taken back, for a cause.') },
  },
});

/** How well a standard was met. Source: domain rule, life cycles. */
export enum StandardGrade {
  EXCELLENT = 'EXCELLENT',
  FAIR = 'FAIR',
  AVERAGE = 'AVERAGE',
}
registerEnumType(StandardGrade, {
  name: 'StandardGrade',
  description: both('Mức đạt tiêu chuẩn', 'How well a standard was met.'),
  valuesConfig: {
    EXCELLENT: { description: both('Xuất sắc', 'Excellent.') },
    FAIR: { description: both('Khá', 'Fair.') },
    AVERAGE: { description: both('Trung bình', 'Average.') },
  },
});

/** Who appraises by a standard. */
export enum StandardAppraiserKind {
  POLICE = 'POLICE',
  UNION_ABOVE = 'UNION_ABOVE',
}
registerEnumType(StandardAppraiserKind, {
  name: 'StandardAppraiserKind',
  description: both('Bên thẩm định việc đạt tiêu chuẩn', 'Who appraises by a standard.'),
  valuesConfig: {
    POLICE: { description: both('Cơ quan công an', 'A police organisation.') },
    UNION_ABOVE: {
      description: both('Công đoàn cấp trên', 'A union organisation above the one that registers.'),
    },
  },
});

/** What some standards tell apart within a kind of subject. */
export enum StandardSubjectClass {
  MICRO_ENTERPRISE = 'MICRO_ENTERPRISE',
  SMALL_ENTERPRISE = 'SMALL_ENTERPRISE',
  MEDIUM_ENTERPRISE = 'MEDIUM_ENTERPRISE',
  LARGE_ENTERPRISE = 'LARGE_ENTERPRISE',
  ARMED_FORCES_UNIT = 'ARMED_FORCES_UNIT',
  CIVILIAN_UNIT = 'CIVILIAN_UNIT',
  PRE_SCHOOL = 'PRE_SCHOOL',
  PRIMARY_SCHOOL = 'PRIMARY_SCHOOL',
  OTHER_SCHOOL = 'OTHER_SCHOOL',
}
registerEnumType(StandardSubjectClass, {
  name: 'StandardSubjectClass',
  description: both(
    'Phân loại đối tượng mà một số tiêu chuẩn phân biệt',
    'What some standards tell apart within a kind of subject.',
  ),
  valuesConfig: {
    MICRO_ENTERPRISE: { description: both('Doanh nghiệp siêu nhỏ', 'A micro enterprise.') },
    SMALL_ENTERPRISE: { description: both('Doanh nghiệp nhỏ', 'A small enterprise.') },
    MEDIUM_ENTERPRISE: { description: both('Doanh nghiệp vừa', 'A medium enterprise.') },
    LARGE_ENTERPRISE: { description: both('Doanh nghiệp lớn', 'A large enterprise.') },
    ARMED_FORCES_UNIT: { description: both('Đơn vị lực lượng vũ trang', 'A unit of the armed forces.') },
    CIVILIAN_UNIT: {
      description: both('Không thuộc lực lượng vũ trang', 'No unit of the armed forces.'),
    },
    PRE_SCHOOL: { description: both('Trường mầm non', 'A pre-school.') },
    PRIMARY_SCHOOL: { description: both('Trường tiểu học', 'A primary school.') },
    OTHER_SCHOOL: { description: both('Cơ sở giáo dục khác', 'Another educational institution.') },
  },
});
