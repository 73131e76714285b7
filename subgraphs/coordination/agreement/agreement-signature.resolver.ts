import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { by } from '../../shared/reading/orders.js';
import { OfficeHolding } from '../official/office-holding.entity.js';
import { Organization, organizationOf, type AnyOrganization } from '../organization.js';
import { AgreementSignature } from './agreement-signature.entity.js';
import { CoordinationAgreement } from './coordination-agreement.entity.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Reads what a signature is about. */
@Resolver(() => AgreementSignature)
export class AgreementSignatureResolver {
  @FieldResolver(() => Organization, { nullable: true, description: both('Bên ký', 'The party.') })
  party(
    @Root() { party }: AgreementSignature,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AnyOrganization | null> {
    return organizationOf(read, party);
  }

  @FieldResolver(() => OfficeHolding, {
    nullable: true,
    description: both('Người ký, theo chức vụ khi ký', 'Who signed, by the office held then.'),
  })
  signatory(
    @Root() { signatory }: AgreementSignature,
    @Ctx() { read }: SubgraphContext,
  ): Promise<OfficeHolding | null> {
    return read.byKey(OfficeHolding, signatory);
  }

  @FieldResolver(() => CoordinationAgreement, {
    nullable: true,
    description: both('Thỏa thuận được ký', 'The agreement that was signed.'),
  })
  agreement(
    @Root() { agreement }: AgreementSignature,
    @Ctx() { read }: SubgraphContext,
  ): Promise<CoordinationAgreement | null> {
    return read.byKey(CoordinationAgreement, agreement);
  }
}

/** Adds to an agreement the signatures that its parties recorded. */
@Resolver(() => CoordinationAgreement)
export class AgreementSignaturesResolver {
  @FieldResolver(() => [AgreementSignature], {
    description: both(
      'Chữ ký do từng bên tự ghi; rỗng với thỏa thuận chỉ biết qua nguồn',
      'The signatures that each party recorded itself; empty for what is known from sources alone.',
    ),
  })
  signatures(
    @Root() { key }: CoordinationAgreement,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly AgreementSignature[]> {
    return read.whole(AgreementSignature, { by: 'agreement', filters: [], order: by('signedOn') }, key);
  }
}
