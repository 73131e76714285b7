import type { Address } from '../../../contract/release/address.js';
import { statementIn } from '../../../contract/release/sign.js';
import type { Statement, StatementKind, StatementOf } from '../../../contract/release/statements.js';
import type { LogEntry } from '../../../contract/release/wire.js';

type Named<Kind extends StatementKind> = (statement: StatementOf<Kind>) => readonly (string | undefined)[];

/** Which texts a statement stands for; an approval's SDL may be one that was never sent. */
const NAMED: { readonly [Kind in StatementKind]?: Named<Kind> } = {
  FOUNDED: ({ law }) => [law],
  LAW_MADE: ({ law }) => [law],
  PUBLISHED: ({ sdl }) => [sdl],
  COMPOSED: ({ supergraph, api, report }) => [supergraph, api, report],
  DOCUMENTS_REGISTERED: ({ documents }) => [documents],
};

/** The addresses of all texts that these entries stand for, each once. */
export function namedTexts(entries: readonly LogEntry[]): readonly Address[] {
  return [...new Set(entries.flatMap(({ jws }) => namedIn(statementIn(jws))))];
}

function namedIn(statement: Statement): readonly Address[] {
  // Each kind has its own function, which the table's type says and a look-up cannot.
  const named = NAMED[statement.kind] as Named<StatementKind> | undefined;
  return (named?.(statement) ?? []).filter((address) => address !== undefined) as readonly Address[];
}
