import { hash } from 'node:crypto';
import { z } from 'zod';

/** What a text is found by: `sha256:` and 64 hexadecimal digits of its UTF-8 bytes. */
export type Address = `sha256:${string}`;

/** An {@link Address} as it comes from outside. */
export const ADDRESS = z.templateLiteral([z.literal('sha256:'), z.string().regex(/^[0-9a-f]{64}$/)]);

/** The address of a text: whoever has the text can tell whether it is the one that was meant. */
export function addressOf(text: string): Address {
  return `sha256:${hash('sha256', text)}`;
}
