import { DocsPane } from './docs-pane.js';
import { ExampleList } from './example-list.js';
import { Header } from './header.js';
import { useLanguage } from './language.js';
import { QueryPane } from './query-pane.js';
import { ResultPane } from './result-pane.js';
import type { Runs } from './run/runs.js';
import { SkipLinks } from './skip-links.js';
import { useEditors } from './use-editors.js';
import { useExamples } from './use-examples.js';
import { useRun, useStop } from './use-run.js';
import { useRunner } from './use-runner.js';
import { useViews } from './use-views.js';
import type { Example } from '../example.js';
import { useGraphiQLActions } from '@graphiql/react';
import type { ReactNode } from 'react';

/** The page: examples or documentation, the query, the result. */
export function Workbench({ runs }: { readonly runs: Runs }): ReactNode {
  const { say } = useLanguage();
  const actions = useGraphiQLActions();
  const { areReady } = useEditors();
  const examples = useExamples();
  const runExample = useRunner();
  const run = useRun(runs);
  const stop = useStop(runs);
  const { views, current, shown, show, goTo } = useViews();
  const asked = examples.list.find(({ query }) => query === run?.query);
  return (
    <div className="graphiql-container page">
      <SkipLinks goTo={goTo} />
      <Header views={views} current={current} show={show} />
      <main data-shown={shown.join(' ')}>
        <ExampleList
          examples={examples}
          currentId={asked?.id ?? null}
          run={(example: Example) => {
            runExample(example);
            show('result');
          }}
        />
        <DocsPane />
        <QueryPane
          areEditorsReady={areReady}
          showDocs={() => show('docs')}
          run={() => {
            actions.run();
            show('result');
          }}
        />
        <ResultPane run={run} stop={stop} question={asked ? say(asked) : null} />
      </main>
    </div>
  );
}
