import { useGraphiQL } from '@graphiql/react';
import { useSyncExternalStore } from 'react';

/** What the result pane holds: nothing yet, GraphiQL's word that it sent nothing, or an answer. */
export type ResultKind = 'none' | 'unsent' | 'answer';

/** How GraphiQL begins when variables or headers are not JSON. */
const UNSENT = '"message": "Request not sent.';

/** Follows what the result pane holds. */
export function useResultKind(): ResultKind {
  const editor = useGraphiQL((state) => state.responseEditor);
  return useSyncExternalStore(
    (changed) => {
      const listener = editor?.onDidChangeModelContent(changed);
      return () => listener?.dispose();
    },
    () => kindOf(editor?.getValue() ?? ''),
  );
}

function kindOf(result: string): ResultKind {
  if (result === '') return 'none';
  return result.slice(0, 100).includes(UNSENT) ? 'unsent' : 'answer';
}
