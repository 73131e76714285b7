import { addressOf } from '../../contract/release/address.js';
import type { StatementOf } from '../../contract/release/statements.js';
import { text, type Text } from '../../contract/text.js';
import { registrationOf, type Registration, type RegistryState } from '../state/state.js';
import type { Tools } from './deciding.js';
import { invalid } from './refusals.js';

/** An empty list of documents: what ends a registration, and takes no room. */
export const NONE = addressOf('[]');

/** How much an agency may have registered at once, since every check reads all of it. */
const ROOM = {
  /** Of one client. Unit: versions. */
  versions: 20,
  /** Unit: clients. */
  clients: 50,
  /** Unit: documents of all versions. */
  documents: 20_000,
  /** Unit: characters of all versions. */
  characters: 10_000_000,
} as const;

const WORDS: Readonly<Record<keyof typeof ROOM, Text>> = {
  versions: text('phiên bản của một ứng dụng', 'versions of one client'),
  clients: text('ứng dụng', 'clients'),
  documents: text('văn bản', 'documents'),
  characters: text('ký tự', 'characters'),
};

/** Whether an agency has room for what it registers. @throws HubError INVALID_STATEMENT */
export async function assertRoom(
  statement: StatementOf<'DOCUMENTS_REGISTERED'>,
  state: RegistryState,
  tools: Pick<Tools, 'text'>,
): Promise<void> {
  const { by, client } = statement;
  const next = new Map<string, Registration>(state.documents).set(registrationOf(statement), statement);
  const all = [...next.values()].filter((each) => each.by === by && each.documents !== NONE);
  const written = await Promise.all(all.map((each) => tools.text(each.documents)));
  const taken = {
    versions: all.filter((each) => each.client === client).length,
    clients: new Set(all.map((each) => each.client)).size,
    documents: sumOf(written.map((list) => (JSON.parse(list) as readonly string[]).length)),
    characters: sumOf(written.map(({ length }) => length)),
  };
  for (const kind of KINDS) if (taken[kind] > ROOM[kind]) throw invalid('NO_ROOM', noRoom(kind));
}

const KINDS = ['versions', 'clients', 'documents', 'characters'] as const;

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function noRoom(kind: keyof typeof ROOM): Text {
  const { vi, en } = WORDS[kind];
  return text(
    `Cơ quan đã đăng ký quá ${ROOM[kind]} ${vi}; hãy đăng ký danh sách rỗng cho phiên bản không còn dùng.`,
    `The agency would have more than ${ROOM[kind]} ${en} registered; register an empty list for versions out of use.`,
  );
}
