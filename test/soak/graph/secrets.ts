/** Begins each value that only callers with a token see. */
export const MEMBERS_ONLY = 'for members only:';
/** Begins each value that only callers with a right of their own see. */
export const PROTECTED = 'protected parties:';
/** Stands in what failing subgraphs say; no client ever sees it. */
export const INTERNAL = 'postgres://internal-address';
/** The right to see what is protected. */
export const SCOPE = 'stories:parties';
