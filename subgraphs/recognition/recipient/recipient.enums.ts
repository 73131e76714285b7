import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** How a recipient may appear to the public. */
export enum RecipientVisibility {
  COUNT_ONLY = 'COUNT_ONLY',
  NAME_PUBLIC = 'NAME_PUBLIC',
}
registerEnumType(RecipientVisibility, {
  name: 'RecipientVisibility',
  description: both('Mức công khai đối tượng được khen', 'How a recipient may appear to the public.'),
  valuesConfig: {
    COUNT_ONLY: { description: both('Chỉ tính vào số lượng', 'As one more in a count.') },
    NAME_PUBLIC: {
      description: both('Công khai tên khi có đồng ý', 'By name, while consent to that is granted.'),
    },
  },
});

/** What a personal text says. */
export enum PersonalTextKind {
  NAME = 'NAME',
  ACHIEVEMENT = 'ACHIEVEMENT',
  RETURN_REASON = 'RETURN_REASON',
  CONSULTATION_REASON = 'CONSULTATION_REASON',
}
