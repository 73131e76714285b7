import type { CheckLimits } from './input.js';
import { Lexer, Source, TokenKind } from 'graphql';

/** The size and shape of an SDL. Counting ends where the first limit is crossed. */
export interface Measures {
  /** Unit: tokens. */
  readonly tokens: number;
  /** Unit: definitions and extensions of types. */
  readonly types: number;
  /** Unit: nested levels of braces, brackets and parentheses. */
  readonly depth: number;
}

/**
 * Measures an SDL without parsing it, since a parser's own stack is at the mercy of what it reads.
 *
 * @throws GraphQLError at a character that stands in no GraphQL document
 */
export function measured(sdl: string, limits: CheckLimits): Measures {
  const lexer = new Lexer(new Source(sdl));
  const found = { tokens: 0, types: 0, depth: 0 };
  let open = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    found.tokens++;
    open += STEPS.get(token.kind) ?? 0;
    found.depth = Math.max(found.depth, open);
    if (open === 0 && token.kind === TokenKind.NAME && KEYWORDS.has(token.value)) found.types++;
    if (isOver(found, limits)) break;
  }
  return found;
}

const STEPS: ReadonlyMap<string, 1 | -1> = new Map([
  [TokenKind.BRACE_L, 1],
  [TokenKind.BRACKET_L, 1],
  [TokenKind.PAREN_L, 1],
  [TokenKind.BRACE_R, -1],
  [TokenKind.BRACKET_R, -1],
  [TokenKind.PAREN_R, -1],
]);

const KEYWORDS: ReadonlySet<string> = new Set(['type', 'interface', 'union', 'enum', 'scalar', 'input']);

function isOver(found: Measures, limits: CheckLimits): boolean {
  return found.tokens > limits.tokens || found.types > limits.types || found.depth > limits.depth;
}
