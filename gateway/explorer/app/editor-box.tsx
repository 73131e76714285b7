import type { ComponentProps, KeyboardEvent, ReactNode } from 'react';

/** The frame of an editor. Tab leaves it, so that the keyboard alone reaches every part of the page. */
export function EditorBox({ className = '', ...rest }: ComponentProps<'div'>): ReactNode {
  return <div {...rest} className={`editor-box ${className}`} onKeyDownCapture={keepTabFromEditor} />;
}

/** The editor would indent; only while it suggests words does Tab stay its own and take one. */
function keepTabFromEditor(event: KeyboardEvent): void {
  const isSuggesting = event.currentTarget.querySelector('.suggest-widget.visible') !== null;
  if (event.key === 'Tab' && !isSuggesting) event.stopPropagation();
}
