/** The marks that `Paper` makes, and everything else by which words could move the cursor, hide or turn others. */
const STEERING =
  // Control characters are what is looked for.
  // oxlint-disable-next-line no-control-regex
  /(\u001b\[(?:0|1|2|31|32|33|36)m)|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Words as a terminal may show them: whoever published them says nothing to the terminal itself. */
export function plain(words: string): string {
  return words.replaceAll(STEERING, '$1');
}
