import { AgreementSignature } from './agreement/agreement-signature.entity.js';
import {
  AgreementSignatureResolver,
  AgreementSignaturesResolver,
} from './agreement/agreement-signature.resolver.js';
import { AgreementWritingResolver } from './agreement/agreement-writing.resolver.js';
import {
  ApplicableAgreementEdgeResolver,
  PoliceAgreementsResolver,
  PublicBodyAgreementsResolver,
  UnionAgreementsResolver,
} from './agreement/applicable-agreements.resolver.js';
import { CoordinationAgreement } from './agreement/coordination-agreement.entity.js';
import { CoordinationAgreementResolver } from './agreement/coordination-agreement.resolver.js';
import { DocumentDraftingResolver } from './document/document-drafting.resolver.js';
import { DocumentEndingResolver } from './document/document-ending.resolver.js';
import { DocumentLookUpResolver } from './document/document-look-up.resolver.js';
import { DocumentRelation } from './document/document-relation.entity.js';
import { DocumentRelationResolver, RelatedDocumentsResolver } from './document/document-relation.resolver.js';
import { Document } from './document/document.entity.js';
import { DocumentResolver } from './document/document.resolver.js';
import { issuedDocumentsResolvers } from './document/issued-documents.resolver.js';
import { SourceResolver } from './document/source.resolver.js';
import { OfficeHolding } from './official/office-holding.entity.js';
import { ActivityOfficialsResolver, OfficeHoldingResolver } from './official/office-holding.resolver.js';
import { Official } from './official/official.entity.js';
import { OfficialWritingResolver } from './official/official-writing.resolver.js';
import { OfficialResolver } from './official/official.resolver.js';
import { organizationOfficialsResolvers } from './official/organization-officials.resolver.js';
import { Counterpart } from './police/counterpart.entity.js';
import {
  CounterpartResolver,
  PoliceCounterpartResolver,
  UnionCounterpartResolver,
} from './police/counterpart.resolver.js';
import {
  EnterprisePoliceResolver,
  PoliceJurisdictionResolver,
  TerritoryPoliceResolver,
} from './police/jurisdiction.resolver.js';
import { JurisdictionWritingResolver } from './police/jurisdiction-writing.resolver.js';
import { PoliceJurisdiction } from './police/police-jurisdiction.entity.js';
import { PoliceOrganization } from './police/police-organization.entity.js';
import { PoliceOrganizationResolver } from './police/police-organization.resolver.js';
import { PoliceSuccession } from './police/police-succession.entity.js';
import { PoliceSuccessionResolver, PublicBodySuccessionResolver } from './police/succession.resolver.js';
import { PublicBodySuccession } from './public-body/public-body-succession.entity.js';
import { PublicBody } from './public-body/public-body.entity.js';
import { PublicBodyResolver } from './public-body/public-body.resolver.js';
import { RegisteredSource } from './source/registered-source.entity.js';
import { RegisteredSourceResolver } from './source/registered-source.resolver.js';

/** Organisations, officials, documents and agreements: the records of this part of the subgraph. */
export const records = [
  PoliceOrganization,
  PoliceJurisdiction,
  PoliceSuccession,
  Counterpart,
  PublicBody,
  PublicBodySuccession,
  Official,
  OfficeHolding,
  Document,
  DocumentRelation,
  CoordinationAgreement,
  AgreementSignature,
  RegisteredSource,
];

/** Their resolvers, and those that lead to them from other agencies' records. */
export const resolvers = [
  PoliceOrganizationResolver,
  PoliceJurisdictionResolver,
  JurisdictionWritingResolver,
  TerritoryPoliceResolver,
  EnterprisePoliceResolver,
  PoliceSuccessionResolver,
  CounterpartResolver,
  UnionCounterpartResolver,
  PoliceCounterpartResolver,
  PublicBodyResolver,
  PublicBodySuccessionResolver,
  OfficialResolver,
  OfficialWritingResolver,
  OfficeHoldingResolver,
  ActivityOfficialsResolver,
  ...organizationOfficialsResolvers,
  DocumentResolver,
  RelatedDocumentsResolver,
  DocumentRelationResolver,
  DocumentLookUpResolver,
  DocumentDraftingResolver,
  DocumentEndingResolver,
  ...issuedDocumentsResolvers,
  SourceResolver,
  RegisteredSourceResolver,
  CoordinationAgreementResolver,
  AgreementWritingResolver,
  AgreementSignatureResolver,
  AgreementSignaturesResolver,
  UnionAgreementsResolver,
  PoliceAgreementsResolver,
  PublicBodyAgreementsResolver,
  ApplicableAgreementEdgeResolver,
];
