import { Classification } from '../../shared/values/classification.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import type { ReportActivityInput } from './activity-inputs.js';
import { takeStep } from './activity-stepping.js';
import type { Activity } from './activity.entity.js';
import { CommunicationProduct, CommunicationProductKind } from './communication-product.entity.js';
import { givenQuantity, type ProductInput } from './report-inputs.js';

/** Keeps what came of an activity, in figures. @throws Refusal INVALID_TRANSITION, INVALID_INPUT */
export async function reportActivity(tx: Transaction, input: ReportActivityInput): Promise<Activity> {
  const activity = await takeStep(tx, 'report', input);
  if (input.participantsBand)
    activity.participantsBand = givenQuantity(input.participantsBand, 'people', 'participantsBand');
  if (input.publish) activity.classification = Classification.PUBLIC;
  for (const product of input.products) addProduct(tx, activity, product);
  return activity;
}

function addProduct(tx: Transaction, { key }: Activity, product: ProductInput): void {
  const { kind, quantity } = product;
  tx.create(CommunicationProduct, {
    activity: key,
    kind,
    quantity: quantity ? givenQuantity(quantity, UNITS[kind], 'products') : null,
  });
}

/** In what products are counted. */
const UNITS: Readonly<Record<CommunicationProductKind, string>> = {
  LEAFLET: 'leaflets',
  PANEL: 'panels',
  POSTER: 'posters',
  AUDIO_FILE: 'audio files',
  ARTICLE: 'articles',
};
