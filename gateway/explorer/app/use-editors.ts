import { useLanguage } from './language.js';
import { WORDS } from './words.js';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useMedia } from './use-media.js';
import { useEffect } from 'react';

const LOOKS = {
  fontFamily:
    'ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace',
  fontSize: 14,
  lineHeight: 21,
  padding: { top: 10, bottom: 10 },
  wordWrap: 'on',
  // Addresses inside answers are text, not something to open.
  links: false,
} as const;

/** Dresses the editors: names for screen readers in the chosen language, fonts, and the system's colours. */
export function useEditors(): { readonly areReady: boolean } {
  const { say } = useLanguage();
  const { setTheme } = useGraphiQLActions();
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    headerEditor: state.headerEditor,
    responseEditor: state.responseEditor,
  }));
  useEffect(() => {
    queryEditor?.updateOptions({ ...LOOKS, ariaLabel: say(WORDS.queryEditor) });
    variableEditor?.updateOptions({ ...LOOKS, ariaLabel: say(WORDS.variablesEditor) });
    headerEditor?.updateOptions({ ...LOOKS, ariaLabel: say(WORDS.headersEditor) });
    responseEditor?.updateOptions({
      ...LOOKS,
      // GraphiQL would fetch what looks like the address of a picture.
      hover: { enabled: false },
      ariaLabel: say(WORDS.resultEditor),
      readOnlyMessage: { value: say(WORDS.resultEditor) },
    });
  }, [queryEditor, variableEditor, headerEditor, responseEditor, say]);
  const isDark = useMedia('(prefers-color-scheme: dark)');
  useEffect(() => setTheme(null), [isDark, setTheme]);
  return { areReady: queryEditor !== undefined && responseEditor !== undefined };
}
