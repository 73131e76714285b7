import { useLanguage } from './language.js';
import type { View } from './header.js';
import { WORDS } from './words.js';
import type { ReactNode } from 'react';

const TARGETS = [
  ['examples', WORDS.skipToExamples],
  ['query', WORDS.skipToQuery],
  ['result', WORDS.skipToResult],
] as const;

/** The first things the keyboard meets: ways past everything else. They show themselves when focused. */
export function SkipLinks({ goTo }: { readonly goTo: (view: View) => void }): ReactNode {
  const { say } = useLanguage();
  return (
    <div className="skip-links">
      {TARGETS.map(([view, label]) => (
        <a
          key={view}
          href={`#${view}`}
          onClick={(event) => {
            event.preventDefault();
            goTo(view);
          }}
        >
          {say(label)}
        </a>
      ))}
    </div>
  );
}
