import { both } from '../../schema/contract/text.js';
import { createUnionType, type ClassType } from 'type-graphql';

/** Names of the organisation types, as references write them. */
export const ORGANIZATION_TYPES = ['UnionOrganization', 'PoliceOrganization', 'PublicBody'] as const;

/** Makes the GraphQL union of all organisations from what they are in one subgraph: its own record, or a stand-in. */
export function organizationUnion<Types extends readonly ClassType[]>(...types: Types) {
  return createUnionType({
    name: 'Organization',
    description: both('Một tổ chức của bất kỳ cơ quan nào', 'An organisation of any agency.'),
    types: () => types,
    resolveType: (organization: object) =>
      '__typename' in organization ? String(organization.__typename) : organization.constructor.name,
  });
}
