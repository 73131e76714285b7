import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** The system that a document comes from, by its issuer; documents of several systems are joint. */
export enum DocumentFamily {
  PARTY_CENTRAL = 'PARTY_CENTRAL',
  PARTY_PROVINCIAL = 'PARTY_PROVINCIAL',
  NATIONAL_ASSEMBLY = 'NATIONAL_ASSEMBLY',
  GOVERNMENT = 'GOVERNMENT',
  MINISTRY = 'MINISTRY',
  PEOPLES_COMMITTEE = 'PEOPLES_COMMITTEE',
  STEERING_COMMITTEE = 'STEERING_COMMITTEE',
  CONFEDERATION_OF_LABOUR = 'CONFEDERATION_OF_LABOUR',
  FEDERATION_OF_LABOUR = 'FEDERATION_OF_LABOUR',
  JOINT = 'JOINT',
  INTERNATIONAL = 'INTERNATIONAL',
}
registerEnumType(DocumentFamily, {
  name: 'DocumentFamily',
  description: both('Hệ thống ban hành văn bản', 'The system that a document comes from.'),
  valuesConfig: {
    PARTY_CENTRAL: { description: both('Đảng ở Trung ương', 'The Party centre.') },
    PARTY_PROVINCIAL: { description: both('Tỉnh ủy, Thành ủy', 'A provincial Party Committee.') },
    NATIONAL_ASSEMBLY: { description: both('Quốc hội', 'The National Assembly and its bodies.') },
    GOVERNMENT: { description: both('Chính phủ, Thủ tướng Chính phủ', 'Government and Prime Minister.') },
    MINISTRY: { description: both('Bộ', 'A ministry.') },
    PEOPLES_COMMITTEE: { description: both('Ủy ban nhân dân', "A People's Committee.") },
    STEERING_COMMITTEE: { description: both('Ban Chỉ đạo', 'A steering committee.') },
    CONFEDERATION_OF_LABOUR: { description: both('Tổng Liên đoàn Lao động Việt Nam', 'The VGCL.') },
    FEDERATION_OF_LABOUR: {
      description: both('Liên đoàn Lao động tỉnh, thành phố', 'A provincial Federation of Labour.'),
    },
    JOINT: { description: both('Liên cơ quan', 'Several systems together.') },
    INTERNATIONAL: { description: both('Quốc tế', 'An international organisation.') },
  },
});
