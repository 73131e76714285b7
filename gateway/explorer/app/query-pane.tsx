import { Icon } from './icons.js';
import { EditorBox } from './editor-box.js';
import { useLanguage } from './language.js';
import { QueryTools } from './query-tools.js';
import { WORDS } from './words.js';
import { QueryEditor, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useState, type ReactNode } from 'react';

interface QueryPaneProps {
  readonly areEditorsReady: boolean;
  readonly run: () => void;
  /** Called when the reader asks for the documentation of the word under the pointer. */
  readonly showDocs: () => void;
}

/** Where a query is written, with what goes along with it. */
export function QueryPane({ areEditorsReady, run, showDocs }: QueryPaneProps): ReactNode {
  const { say } = useLanguage();
  return (
    <section id="query" className="pane query" tabIndex={-1} aria-labelledby="query-title">
      <div className="pane-head">
        <h2 id="query-title">{say(WORDS.query)}</h2>
        <EditButtons />
        <OperationChoice />
        <button
          type="button"
          className="run graphiql-execute-button"
          title={say(WORDS.runTitle)}
          disabled={!areEditorsReady}
          onClick={run}
        >
          <Icon name="run" />
          {say(WORDS.run)}
        </button>
      </div>
      <EditorBox className="graphiql-query-editor">
        {areEditorsReady ? null : <p className="hint overlay">{say(WORDS.editorLoading)}</p>}
        <QueryEditor role="group" aria-label={say(WORDS.queryEditor)} onClickReference={showDocs} />
      </EditorBox>
      <QueryTools />
    </section>
  );
}

function EditButtons(): ReactNode {
  const { say } = useLanguage();
  const { prettifyEditors } = useGraphiQLActions();
  return (
    <div className="edit-buttons">
      <button type="button" title={say(WORDS.prettifyTitle)} onClick={() => void prettifyEditors()}>
        <Icon name="tidy" />
        <span>{say(WORDS.prettify)}</span>
      </button>
      <CopyButton />
    </div>
  );
}

/** Copies the query and says so; absent where the browser lets no page write to the clipboard. */
function CopyButton(): ReactNode {
  const { say } = useLanguage();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const [copied, setCopied] = useState<string | null>(null);
  if (!isSecureContext) return null;
  const copy = async (): Promise<void> => {
    const query = queryEditor?.getValue() ?? '';
    await navigator.clipboard.writeText(query);
    setCopied(query);
  };
  const isDone = copied !== null && copied === queryEditor?.getValue();
  return (
    <button
      type="button"
      title={say(WORDS.copyTitle)}
      onClick={() => void copy().catch(() => setCopied(null))}
      onBlur={() => setCopied(null)}
    >
      <Icon name="copy" />
      <span role="status" data-done={isDone}>
        {say(isDone ? WORDS.copied : WORDS.copy)}
      </span>
    </button>
  );
}

/** Which operation to run; shown where the text holds more than one. */
function OperationChoice(): ReactNode {
  const { say } = useLanguage();
  const actions = useGraphiQLActions();
  const { operations = [], operationName } = useGraphiQL((state) => ({
    operations: state.operations,
    operationName: state.operationName,
  }));
  const names = operations.flatMap(({ name }) => name?.value ?? []);
  if (names.length < 2) return null;
  return (
    <select
      aria-label={say(WORDS.operation)}
      value={operationName ?? ''}
      onChange={({ target }) => actions.setOperationName(target.value)}
    >
      {names.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  );
}
