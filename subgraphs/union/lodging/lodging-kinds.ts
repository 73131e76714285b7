import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** What kind of lodging it is. */
export enum LodgingKind {
  HOUSE = 'HOUSE',
  QUARTER = 'QUARTER',
  SOCIAL_HOUSING = 'SOCIAL_HOUSING',
}
registerEnumType(LodgingKind, {
  name: 'LodgingKind',
  description: both('Loại nơi ở của công nhân', "Kind of workers' lodging."),
  valuesConfig: {
    HOUSE: { description: both('Nhà trọ', 'A lodging house.') },
    QUARTER: { description: both('Khu nhà trọ', 'A quarter of lodging houses.') },
    SOCIAL_HOUSING: { description: both('Nhà ở xã hội', 'Social housing.') },
  },
});

/** How many rooms it has, roughly. Unit: rooms. Source: bands of the hub's own; no source names any. */
export enum LodgingSizeBand {
  UP_TO_10 = 'UP_TO_10',
  FROM_11_TO_50 = 'FROM_11_TO_50',
  FROM_51_TO_100 = 'FROM_51_TO_100',
  OVER_100 = 'OVER_100',
}
registerEnumType(LodgingSizeBand, {
  name: 'LodgingSizeBand',
  description: both('Khoảng quy mô, tính theo số phòng', 'How many rooms there are, roughly.'),
  valuesConfig: {
    UP_TO_10: { description: both('Đến 10 phòng', 'Up to 10 rooms.') },
    FROM_11_TO_50: { description: both('Từ 11 đến 50 phòng', '11 to 50 rooms.') },
    FROM_51_TO_100: { description: both('Từ 51 đến 100 phòng', '51 to 100 rooms.') },
    OVER_100: { description: both('Trên 100 phòng', 'More than 100 rooms.') },
  },
});

/** What kind of operator runs it. */
export enum LodgingOperatorKind {
  HOUSEHOLD = 'HOUSEHOLD',
  COMPANY = 'COMPANY',
  STATE = 'STATE',
}
registerEnumType(LodgingOperatorKind, {
  name: 'LodgingOperatorKind',
  description: both('Loại đơn vị vận hành nơi ở', 'What kind of operator runs a lodging.'),
  valuesConfig: {
    HOUSEHOLD: { description: both('Hộ gia đình', 'A household.') },
    COMPANY: { description: both('Doanh nghiệp', 'A company.') },
    STATE: { description: both('Nhà nước', 'The state.') },
  },
});
