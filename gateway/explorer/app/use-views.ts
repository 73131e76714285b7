import type { View } from './header.js';
import { useMedia } from './use-media.js';
import { useState } from 'react';
import { flushSync } from 'react-dom';

/** Below this width one part fills the screen; the style sheet has the same number. */
const NARROW = '(max-width: 759px)';

const SIDE_VIEWS: readonly View[] = ['examples', 'docs'];
const ALL_VIEWS: readonly View[] = ['examples', 'query', 'result', 'docs'];

/** What of the page is to be seen. */
interface Views {
  /** The parts one can choose between at this width. */
  readonly views: readonly View[];
  readonly current: View;
  readonly shown: readonly View[];
  /** Shows a part. On a phone, where the pressed button may vanish with its part, the focus follows. */
  readonly show: (view: View) => void;
  /** Shows a part and moves the focus there. */
  readonly goTo: (view: View) => void;
}

/** Keeps which part is shown: on a phone one of four, else the query and its result beside one of two. */
export function useViews(): Views {
  const [view, setView] = useState<View>('examples');
  const [side, setSide] = useState<View>('examples');
  const isNarrow = useMedia(NARROW);
  const choose = (next: View): void => {
    setView(next);
    if (SIDE_VIEWS.includes(next)) setSide(next);
  };
  const goTo = (next: View): void => {
    flushSync(() => choose(next));
    document.getElementById(next)?.focus();
  };
  return isNarrow
    ? { views: ALL_VIEWS, current: view, shown: [view], show: goTo, goTo }
    : { views: SIDE_VIEWS, current: side, shown: [side, 'query', 'result'], show: choose, goTo };
}
