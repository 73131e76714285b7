import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** Who may read a record. */
export enum Classification {
  PUBLIC = 'PUBLIC',
  INTERNAL = 'INTERNAL',
  RESTRICTED = 'RESTRICTED',
}
registerEnumType(Classification, {
  name: 'Classification',
  description: both('Phạm vi được đọc', 'Who may read a record.'),
  valuesConfig: {
    PUBLIC: { description: both('Công khai', 'Everybody.') },
    INTERNAL: { description: both('Nội bộ các cơ quan', 'Officers of the agencies.') },
    RESTRICTED: { description: both('Hạn chế', 'Named roles only.') },
  },
});
