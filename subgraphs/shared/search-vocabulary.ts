import { both } from '../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** What kind of thing a search looks for. */
export enum SearchKind {
  ORGANIZATION = 'ORGANIZATION',
  PLACE = 'PLACE',
  DOCUMENT = 'DOCUMENT',
}
registerEnumType(SearchKind, {
  name: 'SearchKind',
  description: both('Loại đối tượng cần tìm', 'What kind of thing a search looks for.'),
  valuesConfig: {
    ORGANIZATION: { description: both('Tổ chức', 'Organisations.') },
    PLACE: { description: both('Địa danh, khu công nghiệp', 'Places and industrial zones.') },
    DOCUMENT: { description: both('Văn bản', 'Documents.') },
  },
});

/** How closely a record matches what was asked. */
export enum MatchGrade {
  EXACT = 'EXACT',
  ALIAS = 'ALIAS',
  NORMALISED = 'NORMALISED',
  FOLDED = 'FOLDED',
}
registerEnumType(MatchGrade, {
  name: 'MatchGrade',
  description: both('Mức độ khớp', 'How closely a record matches what was asked.'),
  valuesConfig: {
    EXACT: {
      description: both(
        'Đúng tên hoặc số hiệu chính, không kể chữ hoa và vị trí dấu thanh',
        'The main name or symbol itself, whatever its case and the place of its tone marks.',
      ),
    },
    ALIAS: {
      description: both(
        'Đúng một tên hoặc số hiệu khác của đối tượng',
        'Another of its names or symbols, in the same sense.',
      ),
    },
    NORMALISED: {
      description: both(
        'Đúng cả tên khi bỏ dấu; với tra số hiệu: đúng sau khi chuẩn hóa cách viết',
        'One whole name without diacritics; in a look-up by symbol, the symbol once its spelling is normalised.',
      ),
    },
    FOLDED: {
      description: both(
        'Khớp một phần: mỗi từ cần tìm mở đầu một từ của tên; với tra số hiệu: khớp khi bỏ dấu, hoặc chỉ khớp số',
        'A part: each word asked begins a word of the names; in a look-up by symbol, a match without diacritics or of the number alone.',
      ),
    },
  },
});
