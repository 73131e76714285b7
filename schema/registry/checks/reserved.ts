import { SEPARATOR, specLinks } from '../../contract/access/links.js';
import { text } from '../../contract/text.js';
import { meaningsIn } from '../reading/directives.js';
import { specTypesIn } from '../reading/machinery.js';
import type { Found } from './finding.js';
import { Kind, visit, type DocumentNode, type NameNode, type NamedTypeNode } from 'graphql';

/** The names of an SDL that are kept for specifications: what has them would be taken for machinery. */
export function reservedNames(document: DocumentNode): readonly Found[] {
  const found: Found[] = [];
  const note = (name: NameNode): void => {
    if (name.value.includes(SEPARATOR)) found.push(reserved(name));
  };
  const specTypes = specTypesIn(specLinks(document));
  const meaningOf = meaningsIn(document);
  const noteType = ({ name }: Pick<NamedTypeNode, 'name'>): void => {
    if (!specTypes.has(name.value)) note(name);
  };
  const noteNamed = ({ name }: { readonly name: NameNode }): void => note(name);
  visit(document, {
    DirectiveDefinition: ({ name, arguments: given = [] }) => {
      if (!meaningOf(name.value)) note(name);
      given.forEach(noteNamed);
      return false;
    },
    ...Object.fromEntries(TYPES.map((kind) => [kind, { enter: noteType }])),
    ...Object.fromEntries(MEMBERS.map((kind) => [kind, { enter: noteNamed }])),
    NamedType: noteNamed,
  });
  return found;
}

const TYPES = [
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_EXTENSION,
  Kind.OBJECT_TYPE_EXTENSION,
  Kind.INTERFACE_TYPE_EXTENSION,
  Kind.UNION_TYPE_EXTENSION,
  Kind.ENUM_TYPE_EXTENSION,
  Kind.INPUT_OBJECT_TYPE_EXTENSION,
] as const;

const MEMBERS = [Kind.FIELD_DEFINITION, Kind.INPUT_VALUE_DEFINITION, Kind.ENUM_VALUE_DEFINITION] as const;

function reserved({ value, loc }: NameNode): Found {
  return {
    code: 'RESERVED_NAME',
    coordinate: value,
    line: loc?.startToken.line,
    message: text(
      `Tên ${value} có "__", dành riêng cho các đặc tả mà phân hệ liên kết bằng @link.`,
      `The name ${value} has "__", which is kept for the specifications that @link names.`,
    ),
    remedy: text('Hãy đặt tên không có "__".', 'Choose a name without "__".'),
  };
}
