import type { Run } from './run/run.js';
import type { Runs } from './run/runs.js';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useSyncExternalStore } from 'react';

/** Follows the run that is shown. */
export function useRun(runs: Runs): Run | null {
  return useSyncExternalStore(runs.subscribe, runs.current);
}

/** Gives the function that ends the run, for the page as for the hub. */
export function useStop(runs: Runs): () => void {
  const actions = useGraphiQLActions();
  return () => {
    actions.stop();
    runs.stop();
  };
}

/** Shows an answer in parts as far as it has come, and keeps the place where its reader is. */
export function usePartsShown(run: Run | null): void {
  const editor = useGraphiQL((state) => state.responseEditor);
  const answer = run?.phase === 'running' && run.form === 'part' ? run.answer : null;
  useEffect(() => {
    if (!editor || answer === null) return;
    const top = editor.getScrollTop();
    editor.setValue(JSON.stringify(answer, null, 2));
    editor.setScrollTop(top);
  }, [editor, answer]);
}
