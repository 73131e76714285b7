import { EditorBox } from './editor-box.js';
import { useLanguage } from './language.js';
import type { Text } from '../../../schema/contract/text.js';
import type { Outcome } from './ask.js';
import { useResultKind, type ResultKind } from './use-result-kind.js';
import { outcomeOf, WORDS } from './words.js';
import { ResponseEditor, useGraphiQL } from '@graphiql/react';
import type { ReactNode } from 'react';

interface ResultPaneProps {
  readonly outcome: Outcome | null;
  /** The example question that the result answers, if it was one. */
  readonly question: string | null;
}

/** What the graph answered, and how it went. */
export function ResultPane({ outcome, question }: ResultPaneProps): ReactNode {
  const { say } = useLanguage();
  const kind = useResultKind();
  const isFetching = useGraphiQL((state) => state.isFetching);
  return (
    <section id="result" className="pane result" tabIndex={-1} aria-labelledby="result-title">
      <div className="pane-head">
        <h2 id="result-title">{say(WORDS.result)}</h2>
        <Status outcome={outcome} kind={kind} isFetching={isFetching} />
      </div>
      {question === null || kind === 'unsent' ? null : <p className="asked">{question}</p>}
      <EditorBox>
        {kind === 'none' && !isFetching ? <p className="hint overlay">{say(WORDS.resultHint)}</p> : null}
        <ResponseEditor role="group" aria-live="off" aria-label={say(WORDS.resultEditor)} />
      </EditorBox>
    </section>
  );
}

interface StatusProps {
  readonly outcome: Outcome | null;
  readonly kind: ResultKind;
  readonly isFetching: boolean;
}

function Status({ outcome, kind, isFetching }: StatusProps): ReactNode {
  const { say } = useLanguage();
  const wording = isFetching ? WORDS.running : wordingOf(outcome, kind);
  const failed = !isFetching && (kind === 'unsent' || (outcome?.errorCount ?? 0) > 0);
  return (
    <p role="status" className={failed ? 'status failed' : 'status'} aria-busy={isFetching}>
      {wording && say(wording)}
    </p>
  );
}

function wordingOf(outcome: Outcome | null, kind: ResultKind): Text | null {
  if (kind === 'unsent') return WORDS.unsent;
  return outcome && outcomeOf(outcome.milliseconds, outcome.errorCount);
}
