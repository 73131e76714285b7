import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';
import { z } from 'zod';

/** What kind of organisation holds an authority to award. */
export enum AwardAuthorityKind {
  MINISTRY = 'MINISTRY',
  UNION_CENTRAL = 'UNION_CENTRAL',
  UNION_PROVINCIAL = 'UNION_PROVINCIAL',
  PROVINCIAL_PEOPLES_COMMITTEE = 'PROVINCIAL_PEOPLES_COMMITTEE',
  DISTRICT_PEOPLES_COMMITTEE = 'DISTRICT_PEOPLES_COMMITTEE',
  COMMUNE_PEOPLES_COMMITTEE = 'COMMUNE_PEOPLES_COMMITTEE',
  SUBORDINATE_UNIT = 'SUBORDINATE_UNIT',
  ENTERPRISE = 'ENTERPRISE',
}
registerEnumType(AwardAuthorityKind, {
  name: 'AwardAuthorityKind',
  description: both('Loại cơ quan có thẩm quyền khen thưởng', 'Kind of organisation that may award.'),
  valuesConfig: {
    MINISTRY: { description: both('Bộ, ngành trung ương', 'A ministry or central agency.') },
    UNION_CENTRAL: {
      description: both('Tổng Liên đoàn Lao động Việt Nam', 'The central confederation of labour.'),
    },
    UNION_PROVINCIAL: {
      description: both('Liên đoàn lao động cấp tỉnh', 'A provincial federation of labour.'),
    },
    PROVINCIAL_PEOPLES_COMMITTEE: {
      description: both('Ủy ban nhân dân cấp tỉnh', "A provincial people's committee."),
    },
    DISTRICT_PEOPLES_COMMITTEE: {
      description: both('Ủy ban nhân dân cấp huyện', "A district people's committee, until 30 June 2025."),
    },
    COMMUNE_PEOPLES_COMMITTEE: {
      description: both('Ủy ban nhân dân cấp xã', "A commune people's committee."),
    },
    SUBORDINATE_UNIT: {
      description: both(
        'Đơn vị có tư cách pháp nhân thuộc cơ quan cấp trên, như công an cấp tỉnh',
        'A unit with legal personality below another agency, such as a provincial police.',
      ),
    },
    ENTERPRISE: { description: both('Doanh nghiệp', 'An enterprise.') },
  },
});

/** Who can receive an award. Families are not recorded. */
export enum RecipientKind {
  COLLECTIVE = 'COLLECTIVE',
  ORGANISATION = 'ORGANISATION',
  ENTERPRISE = 'ENTERPRISE',
  INDIVIDUAL = 'INDIVIDUAL',
}
registerEnumType(RecipientKind, {
  name: 'RecipientKind',
  description: both('Loại đối tượng được khen', 'Who can receive an award.'),
  valuesConfig: {
    COLLECTIVE: { description: both('Tập thể', 'A collective.') },
    ORGANISATION: { description: both('Tổ chức', 'An organisation.') },
    ENTERPRISE: { description: both('Doanh nghiệp', 'An enterprise.') },
    INDIVIDUAL: { description: both('Cá nhân', 'An individual.') },
  },
});

/** How data files write several kinds of recipients. */
export const RECIPIENT_KINDS: z.ZodType<readonly RecipientKind[]> = z.array(z.enum(RecipientKind)).min(1);

/** A step of the award procedure that can have a time limit. */
export enum AwardStep {
  SUBMISSION = 'SUBMISSION',
  VERIFICATION = 'VERIFICATION',
  CONSULTATION = 'CONSULTATION',
  PUBLIC_COMMENT = 'PUBLIC_COMMENT',
  DECISION = 'DECISION',
  CONFERRAL = 'CONFERRAL',
}
registerEnumType(AwardStep, {
  name: 'AwardStep',
  description: both('Bước trong thủ tục khen thưởng', 'A step of the award procedure.'),
  valuesConfig: {
    SUBMISSION: { description: both('Nộp hồ sơ', 'Submission of the file.') },
    VERIFICATION: { description: both('Thẩm định', 'Verification.') },
    CONSULTATION: { description: both('Hiệp y', 'Consultation of the counterpart agency.') },
    PUBLIC_COMMENT: { description: both('Lấy ý kiến công khai', 'Public comment.') },
    DECISION: { description: both('Quyết định', 'Decision.') },
    CONFERRAL: { description: both('Trao thưởng', 'Conferral.') },
  },
});
