import { text } from '../../../schema/contract/text.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { askedRef, isGiven } from '../../shared/reading/asked.js';
import { guard, Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { Document } from '../document/document.entity.js';
import { coveredPeriod } from '../obligation/covered-period.js';
import { knownRecord, maybeKnownKey } from '../../shared/writing/known-record.js';
import { standingRef } from '../team/standing.js';
import type { RegisterModelTypeInput, ReviewModelInput } from './model-inputs.js';
import { ModelReview } from './model-review.entity.js';
import { ModelType } from './model-type.entity.js';

/** Who registers kinds of models. */
export const MODEL_REGISTRARS = ['DATA_STEWARD', 'UNION_OFFICER', 'POLICE_OFFICER'] as const;
/** Who reviews models, for organisations in their scope. */
export const MODEL_REVIEWERS = ['UNION_OFFICER', 'POLICE_OFFICER'] as const;

/** Adds a kind of model. @throws Refusal INVALID_INPUT */
export function register(tx: Transaction, input: RegisterModelTypeInput): ModelType {
  const { nameVi, nameEn, variants } = input;
  for (const name of [nameVi, ...variants, ...(isGiven(nameEn) ? [nameEn] : [])])
    if (name.trim() === '') throw nameless();
  return tx.create(ModelType, {
    nameVi: nameVi.trim(),
    nameEn: nameEn?.trim() ?? null,
    variants: variants.map((name) => name.trim()),
    searchKey: '',
    sortKey: '',
    exactKeys: [],
  });
}

/** Adds what an organisation found about a kind of model. @throws Refusal INVALID_INPUT, NOT_FOUND, GUARD_FAILED */
export async function review(tx: Transaction, input: ReviewModelInput): Promise<ModelReview> {
  const { place, verdict, replicatedCount = null } = input;
  const period = coveredPeriod(input.period);
  guard(
    period.to <= tx.today,
    'reviewed-after-the-period',
    text(
      `Kỳ đánh giá phải kết thúc không sau hôm nay (${tx.today}).`,
      `A review covers days up to today (${tx.today}) at most.`,
    ),
  );
  const { key: modelType } = await knownRecord(tx, ModelType, input.modelType);
  return tx.create(ModelReview, {
    modelType,
    reviewer: await standingRef(tx, input.reviewer, ORGANIZATION_TYPES),
    place: isGiven(place) ? askedRef(place, ['AdministrativeUnit']) : null,
    period,
    verdict,
    replicatedCount,
    document: await maybeKnownKey(tx, Document, input.document),
  });
}

function nameless(): Refusal {
  return new Refusal(
    UserErrorCode.INVALID_INPUT,
    text('Tên không được để trống.', 'A name has at least one letter.'),
    { field: 'nameVi' },
  );
}
