import { text } from '../../schema/contract/text.js';
import { tooComplex } from './too-complex.js';
import { visit, type DocumentNode } from 'graphql';

/**
 * Refuses a text with a name so long that an answer of many rows would mostly be made of it.
 *
 * @param allowed longest name. Unit: characters.
 * @throws HubError QUERY_TOO_COMPLEX
 */
export function requireShortNames(document: DocumentNode, allowed: number): void {
  visit(document, {
    Name({ value: { length: found } }) {
      if (found <= allowed) return;
      throw tooComplex({
        limit: 'nameLength',
        what: text('tên dài nhất (số ký tự)', 'longest name in characters'),
        found,
        allowed,
      });
    },
  });
}
