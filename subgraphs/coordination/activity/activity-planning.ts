import { keyOf } from '../../../schema/contract/ids.js';
import { text } from '../../../schema/contract/text.js';
import { refText } from '../../shared/database/refs.js';
import { askedRef, isGiven, type Maybe } from '../../shared/reading/asked.js';
import { DatePrecision } from '../../shared/values/partial-date.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { CoordinationAgreement } from '../agreement/coordination-agreement.entity.js';
import { dutyMark } from '../agreement/duty-mark.js';
import {
  givenClassification,
  givenOrganizations,
  givenRecord,
  givenText,
  maybeGivenText,
  misgiven,
} from '../document/given.js';
import { Movement } from '../movement/movement.entity.js';
import type { PeriodInput, PlanActivityInput } from './activity-inputs.js';
import { givenTopics } from './activity-topic.js';
import { ActivityState } from './activity-vocabulary.js';
import { Activity } from './activity.entity.js';
import type { ReportedPeriod } from './reported-period.js';

/** Puts an activity to be on record. @throws HubError INVALID_ID; Refusal INVALID_INPUT, NOT_FOUND, FORBIDDEN_SCOPE */
export async function planActivity(tx: Transaction, input: PlanActivityInput): Promise<Activity> {
  const activity = tx.create(Activity, {
    ...wordsOf(input),
    ...(await linksOf(tx, input)),
    kind: input.kind,
    level: input.level,
    placeKinds: [...new Set(input.placeKinds)],
    audienceKinds: [...new Set(input.audienceKinds)],
    plannedFor: input.plannedFor ?? null,
    periodReviewed: periodOf(input.periodReviewed),
    classification: givenClassification(input.classification),
    state: ActivityState.PLANNED,
  });
  activity.plannedBy = dutyMark(tx.actor, activity.key);
  return activity;
}

function wordsOf({ nameVi, nameEn, topics }: PlanActivityInput) {
  return {
    nameVi: givenText(nameVi, 'nameVi'),
    nameEn: maybeGivenText(nameEn, 'nameEn'),
    topics: givenTopics(topics),
  };
}

async function linksOf({ read }: Transaction, input: PlanActivityInput) {
  const { agreement, movement, places } = input;
  if (isGiven(agreement)) await givenRecord(read, CoordinationAgreement, agreement);
  if (isGiven(movement)) await givenRecord(read, Movement, movement);
  return {
    organisers: await givenOrganizations(read, input.organisers, 'organisers'),
    coOrganisers: await givenOrganizations(read, input.coOrganisers, 'coOrganisers'),
    places: [...new Set(places.map((place) => askedRef(place, ['AdministrativeUnit'])))],
    agreement: isGiven(agreement) ? agreementRef(agreement) : null,
    movement: isGiven(movement) ? keyOf('Movement', movement) : null,
  };
}

function agreementRef(id: string): string {
  return refText({ type: 'CoordinationAgreement', key: keyOf('CoordinationAgreement', id) });
}

function periodOf(period: Maybe<PeriodInput>): ReportedPeriod | null {
  if (!isGiven(period)) return null;
  const { from, to } = period;
  if (from <= to) return { from, to, precision: DatePrecision.DAY, text: null };
  throw misgiven(
    'periodReviewed',
    text('Ngày đầu không sau ngày cuối.', 'The first day is not after the last.'),
  );
}
