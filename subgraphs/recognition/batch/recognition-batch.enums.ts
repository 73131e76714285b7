import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** What a batch counts. */
export enum RecognitionBatchKind {
  COLLECTIVE = 'COLLECTIVE',
  INDIVIDUAL = 'INDIVIDUAL',
  ENTERPRISE = 'ENTERPRISE',
  MIXED = 'MIXED',
}
registerEnumType(RecognitionBatchKind, {
  name: 'RecognitionBatchKind',
  description: both('Đối tượng được đếm trong đợt khen', 'What a batch counts.'),
  valuesConfig: {
    COLLECTIVE: { description: both('Tập thể', 'Collectives.') },
    INDIVIDUAL: { description: both('Cá nhân', 'Individuals.') },
    ENTERPRISE: { description: both('Doanh nghiệp', 'Enterprises.') },
    MIXED: {
      description: both(
        'Tập thể và cá nhân, nguồn không tách',
        'Several kinds; the source does not split them.',
      ),
    },
  },
});

/** On which side of the coordination the recipients are. */
export enum RecipientSide {
  UNION = 'UNION',
  POLICE = 'POLICE',
  ENTERPRISE = 'ENTERPRISE',
  MIXED = 'MIXED',
}
registerEnumType(RecipientSide, {
  name: 'RecipientSide',
  description: both('Bên được khen', 'On which side the recipients are.'),
  valuesConfig: {
    UNION: { description: both('Phía công đoàn, người lao động', 'Unions, their members and workers.') },
    POLICE: { description: both('Phía công an', 'The police.') },
    ENTERPRISE: { description: both('Phía doanh nghiệp', 'Enterprises.') },
    MIXED: { description: both('Nhiều phía', 'Several sides.') },
  },
});

/** How far a batch has come. */
export enum RecognitionStatus {
  PROPOSED = 'PROPOSED',
  CONFERRED = 'CONFERRED',
}
registerEnumType(RecognitionStatus, {
  name: 'RecognitionStatus',
  description: both('Tình trạng đợt khen', 'How far a batch has come.'),
  valuesConfig: {
    PROPOSED: { description: both('Mới đề nghị', 'Proposed to the authority.') },
    CONFERRED: { description: both('Đã trao', 'Conferred.') },
  },
});

/** What became of a batch. */
export enum RecognitionOutcome {
  GRANTED = 'GRANTED',
  NOT_GRANTED = 'NOT_GRANTED',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(RecognitionOutcome, {
  name: 'RecognitionOutcome',
  description: both('Kết quả', 'What became of a batch.'),
  valuesConfig: {
    GRANTED: { description: both('Được khen', 'The award was given.') },
    NOT_GRANTED: { description: both('Không được khen', 'The award was refused.') },
    UNKNOWN: { description: both('Chưa rõ kết quả', 'The sources do not tell.') },
  },
});
