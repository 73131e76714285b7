import { HubError } from '../../contract/errors.js';
import { z } from 'zod';
import { agencyOf } from '../ownership/law.js';
import { lawOf } from '../deciding/proposal.js';
import { notYours } from '../deciding/refusals.js';
import { text } from '../../contract/text.js';
import type { RegistryParts } from '../parts.js';
import type { Registry } from '../registry.js';
import { refusalOf } from './refusal.js';
import { json, type Answered, type Asked } from './exchange.js';
import { Lines } from './lines.js';
import { USAGE_BATCH } from '../usage/store/batch.js';
import { MAX_JWS_LENGTH } from '../../contract/release/jws.js';
import { CHANNEL_NAME, COORDINATE, SUBGRAPH_NAME, WORDS } from '../../contract/release/terms.js';

/** What changes the registry, or judges a change. */
export interface Desk {
  readonly registry: Registry;
  readonly parts: RegistryParts;
}

const STATEMENT_BODY = z.strictObject({
  jws: z.string().max(MAX_JWS_LENGTH),
  texts: z.record(z.string(), z.string()).optional(),
});

/** Takes a signed statement: 201 when it was written, 200 when it had been before, or was only judged. */
export async function takeStatement({ registry }: Desk, { body, query }: Asked): Promise<Answered> {
  const { jws, texts } = readBody(STATEMENT_BODY, body);
  const isDryRun = query.get('dryRun') === 'true';
  const answer = await registry.submit({ jws, texts, isDryRun });
  return json(answer, isDryRun || answer.isRepeated ? 200 : 201);
}

const CHECK_BODY = z.strictObject({
  subgraph: SUBGRAPH_NAME,
  url: z.string().max(2_000),
  sdl: z.string(),
  channel: CHANNEL_NAME,
  accepts: z
    .array(z.strictObject({ coordinate: COORDINATE, reason: WORDS }))
    .max(200)
    .optional(),
});

/** The media type of an answer in lines, which tells each step when it is done. */
const NDJSON = 'application/x-ndjson';

/** Judges a proposal; in lines where the client asks for them: steps, and at last the report or a refusal. */
export async function judge(desk: Desk, asked: Asked): Promise<Answered> {
  const question = readBody(CHECK_BODY, asked.body);
  const agency = await judgedAgency(desk, asked, question.subgraph);
  if (!asked.accept.includes(NDJSON)) return json(await desk.registry.check(question, agency));
  const lines = new Lines();
  desk.registry
    .check(question, agency, (step) => lines.write({ step }))
    .then((report) => lines.write({ report }))
    .catch((error: unknown) => lines.write(refusalOf(error, asked.requestId).body))
    .finally(() => lines.end());
  return { status: 200, lines, headers: { 'content-type': NDJSON } };
}

/** An agency asks for itself, an operator for whose subgraph it is. */
async function judgedAgency({ parts }: Desk, { sender }: Asked, subgraph: string): Promise<string> {
  if (sender.role === undefined) return sender.owner;
  if (sender.role !== 'OPERATOR') throw notYours('OPERATOR', GATEWAYS_DO_NOT);
  const law = await parts.texts.law(lawOf(parts.ledger.state), new Map());
  return agencyOf(law, subgraph) ?? 'hub';
}

/** Takes what a gateway saw of clients' operations. */
export async function takeUsage({ parts }: Desk, { body, sender }: Asked): Promise<Answered> {
  if (sender.role !== 'GATEWAY') throw notYours('GATEWAY', GATEWAYS_ONLY);
  await parts.usage.record(readBody(USAGE_BATCH, body));
  return { status: 204 };
}

function readBody<Body>(form: z.ZodType<Body>, body: unknown): Body {
  const read = form.safeParse(body);
  if (read.success) return read.data;
  const rule = z.prettifyError(read.error);
  throw new HubError('INVALID_INPUT', text(`Yêu cầu không hợp lệ: ${rule}`, `The request is wrong: ${rule}`));
}

const GATEWAYS_DO_NOT = text(
  'Chỉ cơ quan và đơn vị vận hành được kiểm tra.',
  'Only agencies and operators check.',
);
const GATEWAYS_ONLY = text('Chỉ cổng được báo việc sử dụng.', 'Only gateways tell what is used.');
