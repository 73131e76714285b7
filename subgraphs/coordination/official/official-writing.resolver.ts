import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { payloadOf, type Payload } from '../../shared/writing/payload.js';
import { OFFICERS } from '../document/officers.js';
import { appointOfficial, correctOfficialName, endOfficeHolding } from './appointing.js';
import { HOLDING_STEPS } from './holding-steps.js';
import { OfficeHolding } from './office-holding.entity.js';
import {
  AppointOfficialInput,
  CorrectOfficialNameInput,
  EndOfficeHoldingInput,
  VoidOfficeHoldingInput,
} from './official-inputs.js';
import { Official } from './official.entity.js';
import { voidOfficeHolding } from './voiding.js';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

const Appointed = payloadOf('appointOfficial', OfficeHolding);
const Ended = payloadOf('endOfficeHolding', OfficeHolding);
const Voided = payloadOf('voidOfficeHolding', OfficeHolding);
const Corrected = payloadOf('correctOfficialName', Official);
const INPUT = { description: both('Nội dung đề nghị', 'What is asked for.') };

/** Writes who holds which office. */
@Resolver(() => OfficeHolding)
export class OfficialWritingResolver {
  @NeedsScope('coordination:write')
  @Mutation(() => Appointed, {
    nullable: true,
    description: both(
      'Ghi việc một người nhận chức vụ tại tổ chức thuộc phạm vi mình',
      'Records that somebody takes an office of an organisation in your scope.',
    ),
  })
  appointOfficial(
    @Arg('input', () => AppointOfficialInput, INPUT) input: AppointOfficialInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<OfficeHolding>> {
    return write.change({
      operation: 'appointOfficial',
      answers: OfficeHolding,
      by: OFFICERS,
      input,
      work: (tx) => appointOfficial(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Ended, {
    nullable: true,
    description: both('Ghi việc một người thôi giữ chức vụ', 'Records that somebody left an office.'),
  })
  endOfficeHolding(
    @Arg('input', () => EndOfficeHoldingInput, INPUT) input: EndOfficeHoldingInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<OfficeHolding>> {
    return write.change({
      operation: 'endOfficeHolding',
      answers: OfficeHolding,
      by: HOLDING_STEPS.endOfficeHolding.by,
      input,
      work: (tx) => endOfficeHolding(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Voided, {
    nullable: true,
    description: both(
      'Hủy một lần ghi nhầm việc giữ chức vụ, nêu lý do; không được khi đã ký với chức vụ đó',
      'Voids an office held that was recorded by mistake, and says why; not when something was signed in it.',
    ),
  })
  voidOfficeHolding(
    @Arg('input', () => VoidOfficeHoldingInput, INPUT) input: VoidOfficeHoldingInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<OfficeHolding>> {
    return write.change({
      operation: 'voidOfficeHolding',
      answers: OfficeHolding,
      by: HOLDING_STEPS.voidOfficeHolding.by,
      input,
      work: (tx) => voidOfficeHolding(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Corrected, {
    nullable: true,
    description: both(
      'Đính chính họ tên của người giữ chức vụ tại tổ chức thuộc phạm vi mình',
      'Corrects the name of an official of an organisation in your scope.',
    ),
  })
  correctOfficialName(
    @Arg('input', () => CorrectOfficialNameInput, INPUT) input: CorrectOfficialNameInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<Official>> {
    return write.change({
      operation: 'correctOfficialName',
      answers: Official,
      by: OFFICERS,
      input,
      work: (tx) => correctOfficialName(tx, input),
    });
  }
}
