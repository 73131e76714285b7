import { useWording } from './docs-wording.js';
import { Icon } from './icons.js';
import { useLanguage, type Language } from './language.js';
import { WORDS } from './words.js';
import { DocExplorer } from '@graphiql/plugin-doc-explorer';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef, type ReactNode } from 'react';

/** The schema's documentation. */
export function DocsPane(): ReactNode {
  const { language, say } = useLanguage();
  const actions = useGraphiQLActions();
  const isIntrospecting = useGraphiQL((state) => state.isIntrospecting);
  const box = useRef<HTMLDivElement>(null);
  useSchemaIn(language);
  useWording(box, language);
  return (
    <section id="docs" className="pane docs" tabIndex={-1} aria-labelledby="docs-title">
      <div className="pane-head">
        <h2 id="docs-title">{say(WORDS.docs)}</h2>
        <button type="button" disabled={isIntrospecting} onClick={() => void actions.introspect()}>
          <Icon name="reload" />
          <span>{say(WORDS.reload)}</span>
        </button>
      </div>
      <div className="scroll" ref={box}>
        <DocExplorer key={language} />
      </div>
    </section>
  );
}

/** Reads the schema again when another language is chosen, since its prose begins in the chosen one. */
function useSchemaIn(language: Language): void {
  const actions = useGraphiQLActions();
  const read = useRef(language);
  useEffect(() => {
    if (read.current === language) return;
    read.current = language;
    void actions.introspect();
  }, [language, actions]);
}
