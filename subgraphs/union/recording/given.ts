import { textsUpTo } from '../../shared/writing/given.js';

export { givenBy, misgiven } from '../../shared/writing/given.js';

/** How names and other texts of the union's inputs are taken. Source of their length: own limit. */
export const { givenText, maybeGivenText } = textsUpTo(300);
