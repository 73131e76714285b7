import { DOCS_WORDS } from './docs-words.js';
import type { Language } from './language.js';
import { WORDS } from './words.js';
import { useEffect, type RefObject } from 'react';

/** Parts of the explorer that hold its own wording, never a name or a description of the schema. */
const OWN_WORDING = [
  '.graphiql-doc-explorer-section-title',
  '.graphiql-doc-explorer-title',
  '.graphiql-doc-explorer-back',
  '.graphiql-doc-explorer-error',
  '.graphiql-doc-explorer-content > .graphiql-markdown-description',
  '.graphiql-doc-explorer-search-empty',
  '.graphiql-doc-explorer-search-divider',
  '.graphiql-doc-explorer-deprecation-label',
  '.graphiql-doc-explorer-argument-deprecation-label',
  '.graphiql-button',
].join(',');

/** What a screen reader calls its parts. */
const LABELS = [
  ['.graphiql-doc-explorer', WORDS.docs],
  ['.graphiql-doc-explorer-back', WORDS.back],
  ['.graphiql-doc-explorer-search', WORDS.searchDocs],
  ['.graphiql-doc-explorer-search input', WORDS.searchDocs],
] as const;

/** Puts the explorer's own wording into the chosen language, now and whenever it shows something new. */
export function useWording(box: RefObject<HTMLElement | null>, language: Language): void {
  useEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    const observer = new MutationObserver(() => reword(current, language));
    observer.observe(current, { childList: true, subtree: true, characterData: true });
    reword(current, language);
    return () => observer.disconnect();
  }, [box, language]);
}

function reword(box: HTMLElement, language: Language): void {
  box.querySelectorAll('svg > title').forEach(silence);
  for (const [selector, label] of LABELS) {
    const part = box.querySelector(selector);
    if (part) part.ariaLabel = label[language];
    if (part instanceof HTMLInputElement) part.placeholder = label[language];
  }
  if (language === 'vi') box.querySelectorAll(OWN_WORDING).forEach(translate);
}

/** The icons are titled by the names of functions, which mean nothing once the code is bundled. */
function silence(title: Element): void {
  if (title.textContent !== '') title.textContent = '';
}

function translate(part: Element): void {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const vietnamese = DOCS_WORDS[node.nodeValue ?? ''];
    if (vietnamese !== undefined) node.nodeValue = vietnamese;
  }
}
