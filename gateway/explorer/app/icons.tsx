import type { ReactNode } from 'react';

const PATHS = {
  examples: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  query: 'M8 7l-5 5 5 5M16 7l5 5-5 5',
  result: 'M4 5h16v14H4zM4 10h16M10 10v9',
  docs: 'M5 4h11a3 3 0 013 3v13H8a3 3 0 01-3-3zM5 17a3 3 0 013-3h11',
  tidy: 'M4 6h16M4 11h10M4 16h13M4 21h7',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  reload: 'M20 11a8 8 0 10-2.3 6.3M20 5v6h-6',
  run: 'M8 5l11 7-11 7z',
  stop: 'M7 7h10v10H7z',
} as const;

/** A small line drawing beside a label; it says nothing that the label does not. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
