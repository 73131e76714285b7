import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** Level of a union organisation; which levels there were on a day is told by `UnionLevelPeriod`. */
export enum UnionLevel {
  CENTRAL = 'CENTRAL',
  PROVINCIAL = 'PROVINCIAL',
  SECTORAL_CENTRAL = 'SECTORAL_CENTRAL',
  CORPORATION = 'CORPORATION',
  DISTRICT = 'DISTRICT',
  INDUSTRIAL_ZONE = 'INDUSTRIAL_ZONE',
  COMMUNE = 'COMMUNE',
  OTHER_IMMEDIATE_SUPERIOR = 'OTHER_IMMEDIATE_SUPERIOR',
  GRASSROOTS = 'GRASSROOTS',
  GRASSROOTS_SYNDICATE = 'GRASSROOTS_SYNDICATE',
}
registerEnumType(UnionLevel, {
  name: 'UnionLevel',
  description: both('Cấp công đoàn', 'Level of a union organisation.'),
  valuesConfig: {
    CENTRAL: { description: both('Trung ương', 'The national confederation.') },
    PROVINCIAL: { description: both('Cấp tỉnh', 'Federation of a province or centrally-run city.') },
    SECTORAL_CENTRAL: {
      description: both('Ngành trung ương và tương đương', 'National union of a sector, or equivalent.'),
    },
    CORPORATION: { description: both('Tổng công ty', 'Union of a corporation.') },
    DISTRICT: { description: both('Cấp huyện (đến 30/6/2025)', 'District level, until 30 June 2025.') },
    INDUSTRIAL_ZONE: {
      description: both(
        'Khu công nghiệp, khu chế xuất, khu kinh tế, khu công nghệ cao',
        'Union of industrial parks or of another zone.',
      ),
    },
    COMMUNE: {
      description: both('Xã, phường, đặc khu (từ 1/7/2025)', 'Commune level, from 1 July 2025.'),
    },
    OTHER_IMMEDIATE_SUPERIOR: {
      description: both('Cấp trên trực tiếp cơ sở khác', 'Another union right above grassroots unions.'),
    },
    GRASSROOTS: { description: both('Công đoàn cơ sở', 'Grassroots union.') },
    GRASSROOTS_SYNDICATE: {
      description: both('Nghiệp đoàn cơ sở', 'Grassroots syndicate of self-employed workers.'),
    },
  },
});
