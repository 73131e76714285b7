import { useLanguage, type Language } from './language.js';
import { Icon } from './icons.js';
import icon from './icon.svg';
import { WORDS } from './words.js';
import type { ReactNode } from 'react';

/** A part of the page; on a phone one of them fills the screen. */
export type View = 'examples' | 'query' | 'result' | 'docs';

interface HeaderProps {
  /** The parts one can choose between at this width. */
  readonly views: readonly View[];
  readonly current: View;
  readonly show: (view: View) => void;
}

const LANGUAGES: readonly { readonly tag: Language; readonly short: string; readonly name: string }[] = [
  { tag: 'vi', short: 'VI', name: 'Tiếng Việt' },
  { tag: 'en', short: 'EN', name: 'English' },
];

/** The top of the page: its name, the choice of parts, and the choice of language. */
export function Header(props: HeaderProps): ReactNode {
  const { say } = useLanguage();
  return (
    <header className="top">
      <div className="brand">
        <img src={icon} alt="" width="30" height="30" />
        <h1>
          Liên thông <span>{say(WORDS.subtitle)}</span>
        </h1>
      </div>
      <Views {...props} />
      <LanguageSwitch />
    </header>
  );
}

function Views({ views, current, show }: HeaderProps): ReactNode {
  const { say } = useLanguage();
  return (
    <nav className="views" aria-label={say(WORDS.views)}>
      {views.map((view) => (
        <button key={view} type="button" aria-pressed={view === current} onClick={() => show(view)}>
          <Icon name={view} />
          {say(WORDS[view])}
        </button>
      ))}
    </nav>
  );
}

function LanguageSwitch(): ReactNode {
  const { language, choose, say } = useLanguage();
  return (
    <div className="languages" role="group" aria-label={say(WORDS.language)}>
      {LANGUAGES.map(({ tag, short, name }) => (
        <button
          key={tag}
          type="button"
          lang={tag}
          title={name}
          aria-label={name}
          aria-pressed={tag === language}
          onClick={() => choose(tag)}
        >
          {short}
        </button>
      ))}
    </div>
  );
}
