import { EditorBox } from './editor-box.js';
import { EventLog } from './event-log.js';
import { useLanguage } from './language.js';
import { ProblemNote } from './problem-note.js';
import { RunState } from './run-state.js';
import type { Run } from './run/run.js';
import { usePartsShown } from './use-run.js';
import { useResultKind } from './use-result-kind.js';
import { WORDS } from './words.js';
import { ResponseEditor } from '@graphiql/react';
import type { ReactNode } from 'react';

interface ResultPaneProps {
  readonly run: Run | null;
  readonly stop: () => void;
  /** The example question that the result answers, if it was one. */
  readonly question: string | null;
}

/** What the graph answered, and how it went. */
export function ResultPane({ run, stop, question }: ResultPaneProps): ReactNode {
  const { say } = useLanguage();
  const kind = useResultKind();
  usePartsShown(run);
  const shown = kind === 'unsent' ? null : run;
  const isOfEvents = shown?.form === 'event';
  return (
    <section id="result" className="pane result" tabIndex={-1} aria-labelledby="result-title">
      <div className="pane-head">
        <h2 id="result-title">{say(WORDS.result)}</h2>
        <RunState run={run} isUnsent={kind === 'unsent'} stop={stop} />
      </div>
      {question === null || shown === null ? null : <p className="asked">{question}</p>}
      {shown?.problem ? <ProblemNote problem={shown.problem} /> : null}
      {isOfEvents ? <EventLog events={shown.events} isListening={shown.phase === 'running'} /> : null}
      <EditorBox hidden={isOfEvents}>
        {kind === 'none' && run === null ? <p className="hint overlay">{say(WORDS.resultHint)}</p> : null}
        <ResponseEditor role="group" aria-live="off" aria-label={say(WORDS.resultEditor)} />
      </EditorBox>
    </section>
  );
}
