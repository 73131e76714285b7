import type { HttpAnswer } from './answer.js';
import type { GraphQLApp } from './app.js';
import type { NamedAnswer } from './dispatch.js';
import { answerEntered, enter, refusedAnswer, type Entered, type Visit } from './operation.js';
import { parametersIn } from './parameters.js';
import { largeBatch, REFUSED, RefusedRequest } from './refusals.js';
import { JSON_HEADERS } from './answer.js';
import type { BaseContext } from '@apollo/server';

/** An operation of a batch, or why it is none to run. */
type Item<Context> = { readonly entered: Entered<Context> } | { readonly refused: HttpAnswer };

/**
 * Answers several operations of one request, one after the other, each with its own answer at its place.
 *
 * @throws RefusedRequest when batches are not taken, or not this large.
 * @throws HubError when the operations are too much together; none of them is run then.
 */
export async function batchAnswer<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  visit: Visit,
  operations: readonly unknown[],
): Promise<NamedAnswer> {
  const { batches } = app.door ?? {};
  if (!batches) throw new RefusedRequest(REFUSED.notOneOperation);
  if (operations.length === 0) throw new RefusedRequest(REFUSED.emptyBatch);
  if (operations.length > batches.max) throw new RefusedRequest(largeBatch(batches.max));
  const items = await Promise.all(operations.map((operation) => itemFrom(app, visit, operation)));
  await admit(app, visit, items);
  const answers: HttpAnswer[] = [];
  for (const item of items)
    answers.push('refused' in item ? item.refused : await answerEntered(app, visit, item.entered));
  return together(answers, visit);
}

async function itemFrom<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  visit: Visit,
  operation: unknown,
): Promise<Item<Context>> {
  try {
    return { entered: await enter(app, visit, parametersIn(operation)) };
  } catch (error) {
    return { refused: refusedAnswer(error, visit) };
  }
}

/** @throws HubError when the operations are too much together: that answers all of them. */
async function admit<Context extends BaseContext>(
  app: GraphQLApp<Context>,
  visit: Visit,
  items: readonly Item<Context>[],
): Promise<void> {
  const contexts = await contextsOf(items);
  try {
    app.door?.batches?.admit(contexts);
  } catch (error) {
    const answer = refusedAnswer(error, visit);
    for (const item of items) if ('entered' in item) await app.onAnswered?.(item.entered.contextOf, answer);
    throw error;
  }
}

/** What is refused here is told in the answer of its own operation. */
async function contextsOf<Context>(items: readonly Item<Context>[]): Promise<readonly Context[]> {
  const contexts = items.map(async (item) => ('entered' in item ? [await item.entered.contextOf()] : []));
  const settled = await Promise.allSettled(contexts);
  return settled.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
}

/** What all operations are told alike, such as a refusal of their caller, is told of the request. */
function together(answers: readonly HttpAnswer[], { mediaType }: Visit): HttpAnswer {
  const [first] = answers;
  const isOneStatus = first && answers.every(({ status }) => status === first.status);
  const body = `[${answers.map((answer) => answer.body.toString().trimEnd()).join(',')}]\n`;
  const { status, headers } = isOneStatus ? first : { status: 200, headers: JSON_HEADERS };
  return { status, headers: { ...headers, 'content-type': `${mediaType}; charset=utf-8` }, body };
}
