import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import type { Listing } from '../../shared/reading/listing.js';
import { by } from '../../shared/reading/orders.js';
import { Document } from '../document/document.entity.js';
import { PublicBodySuccession } from '../public-body/public-body-succession.entity.js';
import { PublicBody } from '../public-body/public-body.entity.js';
import type { OrganizationSuccession } from './organization-succession.js';
import { PoliceOrganization } from './police-organization.entity.js';
import { PoliceSuccession } from './police-succession.entity.js';
import { Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';

/** The steps that begin or end at an organisation, in the order of their days. */
export function steps(end: 'from' | 'to'): Listing {
  return { by: end, filters: [], order: by('effectiveOn') };
}

/** Reads both ends of a step between two police organisations. */
export const PoliceSuccessionResolver = successionResolver(PoliceSuccession, PoliceOrganization);
/** Reads both ends of a step between two public bodies. */
export const PublicBodySuccessionResolver = successionResolver(PublicBodySuccession, PublicBody);

function successionResolver<Body extends PoliceOrganization | PublicBody>(
  Step: ClassType<OrganizationSuccession>,
  Body: ClassType<Body>,
) {
  @Resolver(() => Step)
  class SuccessionResolver {
    @FieldResolver(() => Body, { nullable: true, description: both('Tổ chức trước', 'The one before.') })
    from(@Root() step: OrganizationSuccession, @Ctx() { read }: SubgraphContext): Promise<Body | null> {
      return read.byKey(Body, step.from);
    }

    @FieldResolver(() => Body, { nullable: true, description: both('Tổ chức sau', 'The one after.') })
    to(@Root() step: OrganizationSuccession, @Ctx() { read }: SubgraphContext): Promise<Body | null> {
      return read.byKey(Body, step.to);
    }

    @FieldResolver(() => Document, {
      nullable: true,
      description: both('Căn cứ pháp lý', 'The legal document behind it.'),
    })
    async legalBasis(
      @Root() step: OrganizationSuccession,
      @Ctx() { read }: SubgraphContext,
    ): Promise<Document | null> {
      return step.legalBasis === null ? null : read.byKey(Document, step.legalBasis);
    }
  }
  return SuccessionResolver;
}
