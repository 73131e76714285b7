import { Claim } from './claim.entity.js';
import { DisputeCorrection } from './dispute-correction.entity.js';
import { CaseCorrectionsResolver, DisputeCorrectionResolver } from './dispute-correction.resolver.js';
import { DisputePublication } from './dispute-publication.entity.js';
import { DisputeStatisticsResolver } from './dispute-statistics.resolver.js';
import { DISPUTE_MUTATIONS } from './dispute.mutations.js';
import { EligibilityResolver } from './eligibility.resolver.js';
import { LabourDisputeCase } from './labour-dispute-case.entity.js';
import {
  ClaimResolver,
  EnterpriseDisputesResolver,
  LabourDisputeCaseResolver,
} from './labour-dispute-case.resolver.js';
import { publishDisputes } from './publish-disputes.js';

/** Dispute cases and their claims. */
export const DISPUTE_RECORDS = [LabourDisputeCase, Claim, DisputeCorrection] as const;

/** What is kept of them for the public. */
export const DISPUTE_RELATIONS = [DisputePublication] as const;

/** What is done about them as days pass. */
export const DISPUTE_JOBS = [publishDisputes] as const;

/** All that reads and changes them. */
export const DISPUTE_RESOLVERS = [
  LabourDisputeCaseResolver,
  ClaimResolver,
  EnterpriseDisputesResolver,
  CaseCorrectionsResolver,
  DisputeCorrectionResolver,
  EligibilityResolver,
  DisputeStatisticsResolver,
  ...DISPUTE_MUTATIONS,
] as const;
