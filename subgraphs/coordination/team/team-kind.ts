import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** Where a self-managed team works. */
export enum TeamKind {
  LODGING_QUARTER = 'LODGING_QUARTER',
  WORKPLACE = 'WORKPLACE',
  RESIDENTIAL = 'RESIDENTIAL',
}
registerEnumType(TeamKind, {
  name: 'TeamKind',
  description: both('Loại tổ, đội tự quản', 'Where a self-managed team works.'),
  valuesConfig: {
    LODGING_QUARTER: { description: both('Khu nhà trọ công nhân', "A workers' lodging quarter.") },
    WORKPLACE: { description: both('Cơ quan, đơn vị, doanh nghiệp', 'An agency, a unit, an enterprise.') },
    RESIDENTIAL: { description: both('Khu dân cư', 'A residential area.') },
  },
});

/** The life of a self-managed team. */
export enum TeamState {
  PROPOSED = 'PROPOSED',
  ESTABLISHED = 'ESTABLISHED',
  ACTIVE = 'ACTIVE',
  DORMANT = 'DORMANT',
  DISSOLVED = 'DISSOLVED',
  MERGED = 'MERGED',
}
registerEnumType(TeamState, {
  name: 'TeamState',
  description: both('Trạng thái của tổ tự quản', 'The life of a self-managed team.'),
  valuesConfig: {
    PROPOSED: { description: both('Đề xuất', 'Proposed.') },
    ESTABLISHED: { description: both('Đã thành lập', 'Established.') },
    ACTIVE: { description: both('Đang hoạt động', 'Active.') },
    DORMANT: { description: both('Tạm ngừng', 'Dormant.') },
    DISSOLVED: { description: both('Đã giải thể', 'Dissolved.') },
    MERGED: { description: both('Đã hợp nhất', 'Merged into another.') },
  },
});
