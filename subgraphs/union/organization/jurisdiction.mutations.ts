import { text } from '../../../schema/contract/text.js';
import { unionMutation } from '../recording/union-mutation.js';
import {
  AssignJurisdictionInput,
  EndJurisdictionInput,
  TransferJurisdictionInput,
} from './jurisdiction-inputs.js';
import { assignJurisdiction, endJurisdiction, transferJurisdiction } from './jurisdiction-writing.js';
import { UnionJurisdiction } from './union-jurisdiction.entity.js';

/** All that changes of what an organisation is in charge, apart from its own life. */
export const JURISDICTION_MUTATIONS = [
  unionMutation({
    operation: 'assignJurisdiction',
    answers: UnionJurisdiction,
    input: AssignJurisdictionInput,
    by: ['UNION_OFFICER'],
    title: text(
      'Giao cho một tổ chức phụ trách một đơn vị hành chính hoặc một khu từ một ngày',
      'Puts a union in charge of a unit or a zone from a day on.',
    ),
    work: assignJurisdiction,
  }),
  unionMutation({
    operation: 'transferJurisdiction',
    answers: UnionJurisdiction,
    input: TransferJurisdictionInput,
    by: ['UNION_OFFICER'],
    title: text(
      'Chuyển địa bàn cho tổ chức khác phụ trách từ một ngày; trả về địa bàn của tổ chức nhận',
      'Lets another union take charge of a territory from a day on; answers with what that union has.',
    ),
    work: transferJurisdiction,
  }),
  unionMutation({
    operation: 'endJurisdiction',
    answers: UnionJurisdiction,
    input: EndJurisdictionInput,
    by: ['UNION_OFFICER'],
    title: text(
      'Ghi nhận tổ chức thôi phụ trách một địa bàn',
      'Ends that a union is in charge of a territory.',
    ),
    work: endJurisdiction,
  }),
] as const;
