import { text } from '../../../schema/contract/text.js';
import { canonical } from '../database/canonical.js';
import type { Actor } from '../rights/actor.js';
import type { MutationInput } from './input.js';
import { Refusal, UserErrorCode } from './refusal.js';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { createHash } from 'node:crypto';

/** A request that may come again. */
export interface Repeatable {
  readonly actor: Actor;
  readonly operation: string;
  readonly input: MutationInput;
}

const KEY = /^[\x21-\x7e]{8,100}$/;

/**
 * Takes the idempotency key of a request, and waits for the same request if it is being done at present.
 *
 * @returns the reference that {@link keepAnswer} kept, where the request was done before
 * @throws Refusal INVALID_INPUT, IDEMPOTENCY_KEY_REUSED
 */
export async function earlierAnswer(em: SqlEntityManager, request: Repeatable): Promise<string | null> {
  const { actor, operation, input } = request;
  if (!KEY.test(input.idempotencyKey)) throw badKey();
  const taken = await em.execute<object[]>(
    `insert into answered_mutation (subject, key, operation, input_digest) values (?, ?, ?, ?)
     on conflict do nothing returning key`,
    [actor.subject, input.idempotencyKey, operation, digestOf(request)],
  );
  if (taken.length > 0) return null;
  const [known] = await em.execute<Answered[]>(
    'select operation, input_digest, answer from answered_mutation where subject = ? and key = ?',
    [actor.subject, input.idempotencyKey],
  );
  if (known?.operation === operation && known.input_digest === digestOf(request)) return known.answer;
  throw reused();
}

/** Keeps what a request answered, under its key. */
export async function keepAnswer(
  em: SqlEntityManager,
  { actor, input }: Repeatable,
  ref: string,
): Promise<void> {
  await em.execute('update answered_mutation set answer = ? where subject = ? and key = ?', [
    ref,
    actor.subject,
    input.idempotencyKey,
  ]);
}

interface Answered {
  readonly operation: string;
  readonly input_digest: string;
  readonly answer: string | null;
}

/** In another office the same person asks for something else. */
function digestOf({ actor: { role, organization }, input }: Repeatable): string {
  return createHash('sha256').update(canonical({ role, organization, input })).digest('base64');
}

function badKey(): Refusal {
  return new Refusal(
    UserErrorCode.INVALID_INPUT,
    text(
      'Khóa lũy đẳng gồm 8 đến 100 ký tự ASCII không có dấu cách.',
      'An idempotency key has 8 to 100 ASCII characters without spaces.',
    ),
    { field: 'idempotencyKey' },
  );
}

function reused(): Refusal {
  return new Refusal(
    UserErrorCode.IDEMPOTENCY_KEY_REUSED,
    text(
      'Khóa lũy đẳng này đã được dùng cho một yêu cầu khác: hãy đặt khóa mới.',
      'This idempotency key was used for another request: choose a new one.',
    ),
    { field: 'idempotencyKey' },
  );
}
