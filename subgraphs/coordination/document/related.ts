import type { Listing, Through } from '../../shared/reading/listing.js';
import { BY_ISSUE } from './document-list.js';
import type { DocumentRelationKind } from './document-relation.entity.js';

/** The documents to which a document, as the parent of the list, refers in one way; latest first. */
export function referredTo(kind: DocumentRelationKind): Listing {
  return { by: relation(kind, { child: 'to_key', parent: 'from_key' }), filters: [], order: BY_ISSUE };
}

/** The documents that refer to a document, as the parent of the list, in one way; latest first. */
export function referring(kind: DocumentRelationKind): Listing {
  return { by: relation(kind, { child: 'from_key', parent: 'to_key' }), filters: [], order: BY_ISSUE };
}

function relation(kind: DocumentRelationKind, ends: Pick<Through, 'child' | 'parent'>): Through {
  return { table: 'document_relation', kind, ...ends };
}
