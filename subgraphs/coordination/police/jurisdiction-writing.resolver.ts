import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import type { Role } from '../../shared/rights/role.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { payloadOf, type Payload } from '../../shared/writing/payload.js';
import {
  AssignPoliceJurisdictionInput,
  EndPoliceJurisdictionInput,
  TransferPoliceJurisdictionInput,
} from './jurisdiction-inputs.js';
import {
  assignPoliceJurisdiction,
  endPoliceJurisdiction,
  transferPoliceJurisdiction,
} from './jurisdiction-writing.js';
import { PoliceJurisdiction } from './police-jurisdiction.entity.js';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

const Assigned = payloadOf('assignPoliceJurisdiction', PoliceJurisdiction);
const Transferred = payloadOf('transferPoliceJurisdiction', PoliceJurisdiction);
const Ended = payloadOf('endPoliceJurisdiction', PoliceJurisdiction);
const INPUT = { description: both('Nội dung đề nghị', 'What is asked for.') };
const BY = ['POLICE_OFFICER'] as const satisfies readonly Role[];

/** Writes which police organisation is in charge of what; one above it says so. */
@Resolver(() => PoliceJurisdiction)
export class JurisdictionWritingResolver {
  @NeedsScope('coordination:write')
  @Mutation(() => Assigned, {
    nullable: true,
    description: both(
      'Giao cho một tổ chức công an cấp dưới phụ trách một đơn vị hành chính từ một ngày',
      'Puts a police organisation below your own in charge of a unit from a day on.',
    ),
  })
  assignPoliceJurisdiction(
    @Arg('input', () => AssignPoliceJurisdictionInput, INPUT) input: AssignPoliceJurisdictionInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<PoliceJurisdiction>> {
    return write.change({
      operation: 'assignPoliceJurisdiction',
      answers: PoliceJurisdiction,
      by: BY,
      input,
      work: (tx) => assignPoliceJurisdiction(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Transferred, {
    nullable: true,
    description: both(
      'Chuyển địa bàn cho tổ chức công an khác từ một ngày; trả về địa bàn của tổ chức nhận',
      'Lets another police organisation take charge from a day on; answers with what that one has.',
    ),
  })
  transferPoliceJurisdiction(
    @Arg('input', () => TransferPoliceJurisdictionInput, INPUT) input: TransferPoliceJurisdictionInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<PoliceJurisdiction>> {
    return write.change({
      operation: 'transferPoliceJurisdiction',
      answers: PoliceJurisdiction,
      by: BY,
      input,
      work: (tx) => transferPoliceJurisdiction(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Ended, {
    nullable: true,
    description: both(
      'Ghi nhận tổ chức công an thôi phụ trách một địa bàn',
      'Ends that a police organisation is in charge of a territory.',
    ),
  })
  endPoliceJurisdiction(
    @Arg('input', () => EndPoliceJurisdictionInput, INPUT) input: EndPoliceJurisdictionInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<PoliceJurisdiction>> {
    return write.change({
      operation: 'endPoliceJurisdiction',
      answers: PoliceJurisdiction,
      by: BY,
      input,
      work: (tx) => endPoliceJurisdiction(tx, input),
    });
  }
}
