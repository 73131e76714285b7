import { text } from '../../../schema/contract/text.js';
import { Classification } from '../../shared/values/classification.js';
import { partialDate } from '../../shared/values/partial-date.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import type { IssueDocumentInput, RegisterDocumentInput } from './document-inputs.js';
import { addRelation } from './document-relating.js';
import { DocumentState, SymbolStatus } from './document-state.js';
import { DOCUMENT_STEPS } from './document-steps.js';
import type { DocumentType } from './document-type.js';
import { Document } from './document.entity.js';
import { givenClassification, givenOrganizations, givenText, maybeGivenText, misgiven } from './given.js';
import { guardIdentity, statusOf } from './symbol-identity.js';
import { parseSymbol } from './symbol/parse.js';
import type { ParsedSymbol } from './symbol/symbol.js';

/** Puts a draft on record, with what it says of other documents. @throws HubError INVALID_SYMBOL, INVALID_ID; Refusal */
export async function registerDocument(tx: Transaction, input: RegisterDocumentInput): Promise<Document> {
  const symbol = input.symbol ? parseSymbol(input.symbol) : null;
  const document = tx.create(Document, {
    ...(await givenValues(tx, input)),
    ...symbolValues(symbol, input.type),
    issuedOn: dayOf(input.issuedOn),
    state: DocumentState.DRAFT,
  });
  // Whoever may not write it is refused here, and learns nothing of other documents.
  await tx.flush();
  await guardIdentity(tx, document);
  for (const relation of input.relations) await addRelation(tx, document, relation);
  return document;
}

/** Gives a draft its number and day. @throws HubError INVALID_SYMBOL; Refusal INVALID_TRANSITION, GUARD_FAILED */
export async function issueDocument(tx: Transaction, input: IssueDocumentInput): Promise<Document> {
  const document = await tx.findExpected(Document, input);
  document.state = stateAfter(DOCUMENT_STEPS, 'issue', document.state);
  if (input.symbol) Object.assign(document, symbolValues(parseSymbol(input.symbol), document.documentType));
  if (input.issuedOn) document.issuedOn = dayOf(input.issuedOn);
  if (input.publish) document.classification = Classification.PUBLIC;
  guard(isNumbered(document), 'issued-with-number', NUMBER_NEEDED);
  guard(document.issuedOn !== null && document.issuedOn.value <= tx.today, 'issued-by-today', DAY_NEEDED);
  await guardIdentity(tx, document);
  return document;
}

async function givenValues({ read }: Transaction, input: RegisterDocumentInput) {
  return {
    nameVi: givenText(input.nameVi, 'nameVi'),
    nameEn: maybeGivenText(input.nameEn, 'nameEn'),
    titleNormalised: maybeGivenText(input.title, 'title'),
    family: input.family ?? null,
    documentType: input.type,
    issuers: await givenOrganizations(read, input.issuers, 'issuers'),
    preparedBy: await givenOrganizations(read, input.preparedBy, 'preparedBy'),
    classification: givenClassification(input.classification),
  };
}

/** The symbol as it is kept: in its one right spelling. @throws Refusal INVALID_INPUT when the type is another */
function symbolValues(symbol: ParsedSymbol | null, type: DocumentType) {
  if (symbol === null) return { symbol: null, symbolStatus: null };
  if (symbol.documentTypes.some((possible) => possible === type))
    return { symbol: symbol.canonical, symbolStatus: statusOf(symbol) };
  const types = symbol.documentTypes.join(', ');
  throw misgiven(
    'type',
    text(`Số hiệu này là của loại ${types}.`, `This symbol is one of a document of type ${types}.`),
  );
}

function dayOf(day: string | null | undefined) {
  return day ? partialDate(day) : null;
}

function isNumbered({ symbol, symbolStatus }: Document): boolean {
  return symbol !== null && symbolStatus !== SymbolStatus.INCOMPLETE;
}

const NUMBER_NEEDED = text('Cần số hiệu có số.', 'A symbol with its number is needed.');
const DAY_NEEDED = text(
  'Cần ngày ban hành, không sau hôm nay.',
  'A day of issue is needed, not after today.',
);
