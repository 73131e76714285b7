import { EditorBox } from './editor-box.js';
import { useLanguage } from './language.js';
import { OfficeForm } from './office-form.js';
import { WORDS } from './words.js';
import { HeaderEditor, VariableEditor } from '@graphiql/react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';

const TOOLS = [
  {
    name: 'variables',
    label: WORDS.variables,
    editor: WORDS.variablesEditor,
    Editor: VariableEditor,
    above: null,
  },
  {
    name: 'headers',
    label: WORDS.requestHeaders,
    editor: WORDS.headersEditor,
    Editor: HeaderEditor,
    above: <OfficeForm />,
  },
] as const;

/** Variables and request headers, one shown at a time. Headers live until the page is left. */
export function QueryTools(): ReactNode {
  const { say } = useLanguage();
  const [current, setCurrent] = useState(0);
  return (
    <div className="tools">
      <Tabs current={current} choose={setCurrent} />
      {TOOLS.map(({ name, editor, Editor, above }, index) => (
        <div
          key={name}
          className="tool"
          role="tabpanel"
          id={`tool-${name}`}
          aria-labelledby={`tab-${name}`}
          hidden={index !== current}
        >
          {above}
          <EditorBox>
            <Editor role="group" aria-label={say(editor)} />
          </EditorBox>
        </div>
      ))}
    </div>
  );
}

interface TabsProps {
  readonly current: number;
  readonly choose: (index: number) => void;
}

function Tabs({ current, choose }: TabsProps): ReactNode {
  const { say } = useLanguage();
  return (
    <div
      role="tablist"
      aria-label={say(WORDS.queryTools)}
      onKeyDown={(event) => moveByArrow(event, current, choose)}
    >
      {TOOLS.map(({ name, label }, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-controls={`tool-${name}`}
          aria-selected={index === current}
          tabIndex={index === current ? 0 : -1}
          onClick={() => choose(index)}
        >
          {say(label)}
        </button>
      ))}
    </div>
  );
}

/** Arrow keys move between tabs, as the tab pattern wants it. */
function moveByArrow(event: KeyboardEvent, current: number, choose: (index: number) => void): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  const next = (current + 1) % TOOLS.length;
  choose(next);
  event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
}
