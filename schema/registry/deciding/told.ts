import { text } from '../../contract/text.js';
import { outcomeOf, registrationOf, TOLD_OF } from '../state/state.js';
import { AS_SAID, type Answer, type Question } from './deciding.js';
import { assertRoom, NONE } from './documents-room.js';
import { alreadyDone, invalid, notFound, notYours } from './refusals.js';
import { parse } from 'graphql';
import { z } from 'zod';

/** A gateway tells once how it fared with a release, and soon: nobody fills the log with old ones. */
export function tellOutcome({ state, statement, kid }: Question<'OUTCOME'>): Answer {
  const { channel, number, outcome } = statement;
  const known = state.channels.get(channel);
  if (!known?.moves.slice(-TOLD_OF).some((move) => move.number === number))
    throw notFound(
      text(
        `bản ${number} trong ${TOLD_OF} bản gần nhất của kênh ${channel}`,
        `release ${number} among the last ${TOLD_OF} of channel ${channel}`,
      ),
    );
  if (state.outcomes.has(outcomeOf({ channel, number, gateway: kid, outcome }))) throw alreadyDone(TOLD);
  return AS_SAID;
}

/** A client's documents: whoever registered a client first is the one who changes it, and the operator. */
export async function registerDocuments({
  state,
  statement,
  tools,
}: Question<'DOCUMENTS_REGISTERED'>): Promise<Answer> {
  const { client, by, documents } = statement;
  const first = [...state.documents.values()].find(
    (known) => known.client === client && known.by !== 'OPERATOR',
  );
  if (by !== 'OPERATOR' && first && first.by !== by) throw notYours(first.by, OTHERS_CLIENT);
  if (state.documents.get(registrationOf(statement))?.documents === documents) throw alreadyDone(SAME);
  documentsIn(await tools.text(documents));
  if (documents !== NONE) await assertRoom(statement, state, tools);
  return { ...AS_SAID, texts: [documents] };
}

/** The documents of a registration. @throws HubError INVALID_STATEMENT */
export function documentsIn(written: string): readonly string[] {
  try {
    const documents = DOCUMENTS.parse(JSON.parse(written));
    for (const document of documents) parse(document, { maxTokens: MAX_TOKENS });
    return documents;
  } catch {
    throw invalid('DOCUMENTS', NO_DOCUMENTS);
  }
}

const DOCUMENTS = z.array(z.string().max(65_536)).max(5_000);
/** Unit: tokens of one document. */
const MAX_TOKENS = 10_000;

const TOLD = text('Cổng này đã báo kết quả đó.', 'This gateway has told that outcome already.');
const SAME = text('Các văn bản này đã được đăng ký.', 'These documents are registered already.');
const OTHERS_CLIENT = text('Ứng dụng này do cơ quan khác đăng ký.', 'Another agency registered this client.');
const NO_DOCUMENTS = text(
  'Cần một danh sách JSON gồm các văn bản GraphQL đúng cú pháp.',
  'A JSON list of GraphQL documents is needed, each of which can be read.',
);
