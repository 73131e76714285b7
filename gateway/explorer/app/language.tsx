import type { Text } from '../../../schema/contract/text.js';
import { recall, remember } from './memory.js';
import { createContext, useContext, useState, type ReactNode } from 'react';

/** A language of the sandbox. */
export type Language = keyof Text;

interface Languages {
  readonly language: Language;
  readonly choose: (language: Language) => void;
  /** The wording of a text in the chosen language. */
  readonly say: (text: Text) => string;
}

const KEY = 'lien-thong:language';

const LanguageContext = createContext<Languages | null>(null);

/** Gives everything below it the chosen language and keeps `<html lang>` true to it. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(() => adopt(firstLanguage()));
  const choose = (next: Language): void => setLanguage(adopt(next));
  return (
    <LanguageContext value={{ language, choose, say: (text) => text[language] }}>{children}</LanguageContext>
  );
}

/** The chosen language, and how to choose another. */
export function useLanguage(): Languages {
  const languages = useContext(LanguageContext);
  if (languages === null) throw new Error('useLanguage needs a LanguageProvider above it.');
  return languages;
}

/** The language that the page is in at this moment, for code that outlives a choice. */
export function currentLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'vi';
}

function adopt(language: Language): Language {
  document.documentElement.lang = language;
  remember(KEY, language);
  return language;
}

/** The remembered language; else the first of the browser's that the hub speaks; else Vietnamese. */
function firstLanguage(): Language {
  const wished = [recall(KEY), ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return wished.find((tag) => tag === 'vi' || tag === 'en') ?? 'vi';
}
