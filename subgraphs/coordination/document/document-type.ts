import { both, text } from '../../../schema/contract/text.js';
import { DOCUMENT_TYPES } from './symbol/types.js';
import { registerEnumType } from 'type-graphql';

/** Types that symbols can show, and those of documents that have none. */
const NAMES = {
  ...DOCUMENT_TYPES,
  STRATEGY: text('chiến lược', 'strategy'),
  TREATY: text('điều ước quốc tế', 'treaty'),
} as const;

/** What a document is. */
export type DocumentType = keyof typeof NAMES;

/** The types as an enum, of which each value is its own name. */
export const DocumentTypes = Object.fromEntries(Object.keys(NAMES).map((name) => [name, name])) as Readonly<
  Record<DocumentType, DocumentType>
>;
registerEnumType(DocumentTypes, {
  name: 'DocumentType',
  description: both('Loại văn bản', 'What a document is.'),
  valuesConfig: Object.fromEntries(
    Object.entries(NAMES).map(([name, { vi, en }]) => [name, { description: both(vi, en) }]),
  ),
});
