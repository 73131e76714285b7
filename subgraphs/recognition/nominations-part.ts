import { ruleMutations } from './award/award-authority-rule.mutations.js';
import { Consent } from './consent/consent.entity.js';
import { consentMutations } from './consent/consent.mutations.js';
import { ConsentResolver } from './consent/consent.resolver.js';
import { Consultation } from './consultation/consultation.entity.js';
import { consultationMutations } from './consultation/consultation.mutations.js';
import { ConsultationResolver } from './consultation/consultation.resolver.js';
import { CouncilItem } from './council/council-item.entity.js';
import { councilMutations } from './council/council.mutations.js';
import { CouncilItemResolver, CouncilSessionResolver } from './council/council.resolver.js';
import { CouncilSession } from './council/council-session.entity.js';
import { decisionMutations } from './decision/decision.mutations.js';
import { commentMutations } from './nomination/comment.mutations.js';
import { decidingMutations } from './nomination/deciding.mutations.js';
import { draftingMutations } from './nomination/drafting.mutations.js';
import { Hold } from './nomination/hold.entity.js';
import { holdMutations } from './nomination/hold.mutations.js';
import { HoldResolver } from './nomination/hold.resolver.js';
import { judgingMutations } from './nomination/judging.mutations.js';
import {
  NominationOutcomeResolver,
  NominationPartiesResolver,
  NominationStepResolver,
} from './nomination/nomination-parties.resolver.js';
import { NominationStep } from './nomination/nomination-step.entity.js';
import { Nomination } from './nomination/nomination.entity.js';
import { NominationResolver } from './nomination/nomination.resolver.js';
import { PersonalText } from './recipient/personal-text.entity.js';
import { Recipient } from './recipient/recipient.entity.js';
import { recipientMutations } from './recipient/recipient.mutations.js';
import { RecipientResolver } from './recipient/recipient.resolver.js';
import { conferralMutations } from './recognition/conferral.mutations.js';
import { recognitionContributions } from './recognition/recognition.contributions.js';
import { Recognition } from './recognition/recognition.entity.js';
import { RecognitionResolver } from './recognition/recognition.resolver.js';
import { Revocation } from './revocation/revocation.entity.js';
import { revocationMutations } from './revocation/revocation.mutations.js';
import { RevocationResolver } from './revocation/revocation.resolver.js';
import { AwardRound } from './round/award-round.entity.js';
import { AwardRoundResolver } from './round/award-round.resolver.js';
import { roundMutations } from './round/round.mutations.js';

/** Records of the way from a nomination to a recognition. */
export const records = [
  AwardRound,
  Recipient,
  Consent,
  Nomination,
  NominationStep,
  Consultation,
  CouncilSession,
  CouncilItem,
  Hold,
  Recognition,
  Revocation,
];

/** What is stored of it and is no record of the graph. */
export const entities = [PersonalText];

/** How they are read and moved on. */
export const resolvers = [
  AwardRoundResolver,
  RecipientResolver,
  ConsentResolver,
  NominationResolver,
  NominationPartiesResolver,
  NominationOutcomeResolver,
  NominationStepResolver,
  ConsultationResolver,
  CouncilSessionResolver,
  CouncilItemResolver,
  HoldResolver,
  RecognitionResolver,
  RevocationResolver,
  ...recognitionContributions,
  ...roundMutations,
  ...ruleMutations,
  ...recipientMutations,
  ...consentMutations,
  ...draftingMutations,
  ...judgingMutations,
  ...consultationMutations,
  ...commentMutations,
  ...councilMutations,
  ...decisionMutations,
  ...decidingMutations,
  ...holdMutations,
  ...conferralMutations,
  ...revocationMutations,
];
