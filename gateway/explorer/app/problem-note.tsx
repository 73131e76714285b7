import { useLanguage } from './language.js';
import type { Problem } from './run/trouble.js';
import { WORDS } from './words.js';
import type { ReactNode } from 'react';

/** What went wrong, and the id by which the operator finds it. */
export function ProblemNote({ problem: { text, requestId } }: { readonly problem: Problem }): ReactNode {
  const { say } = useLanguage();
  return (
    <div className="problem" role="alert">
      <p>{say(text)}</p>
      {requestId === null ? null : (
        <p className="request-id">
          {say(WORDS.requestId)} <code>{requestId}</code>
        </p>
      )}
    </div>
  );
}
