/** A message for people, in the two languages of the hub. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** Makes a message from its Vietnamese and its English wording. */
export function text(vi: string, en: string): Text {
  return { vi, en };
}

/** A schema description in both languages: the Vietnamese paragraph first, then the English one. */
export function both(vi: string, en: string): string {
  return `${vi}\n\n${en}`;
}
