import { asPlainText, englishFirst, withReadableProse } from '../../../gateway/explorer/app/descriptions.js';
import { both } from '../../../schema/contract/text.js';
import { describe, expect, test } from '@jest/globals';

describe('a description in English', () => {
  test('begins with its English paragraph and keeps the Vietnamese one', () => {
    const description = both('Tổ chức công đoàn', 'The union of Bắc Giang, at any level.');

    expect(englishFirst(description)).toBe('The union of Bắc Giang, at any level.\n\nTổ chức công đoàn');
  });

  test.each(['One paragraph.', 'First.\n\nSecond.', 'Thứ nhất.\n\nThứ hai.', 'Một.\n\nTwo.\n\nThree.', ''])(
    'stays as it is where it is not a pair of both languages: %j',
    (description) => {
      expect(englishFirst(description)).toBe(description);
    },
  );
});

describe('prose of a schema', () => {
  test.each(['<img src=x>', '</b>', '![p](u)', '[l](u)', '[l]: u', '[l][u]', 'https://a', 'www.a', 'a@b.c'])(
    'loses what makes %s markup, and looks the same',
    (markup) => {
      const text = asPlainText(markup);

      expect(text).not.toBe(markup);
      expect(text.replaceAll('\u2060', '')).toBe(markup);
    },
  );

  test('is found at any depth, and nothing else is touched', () => {
    const result = { types: [{ name: 'a@b', description: 'a@b', fields: [{ deprecationReason: 'a@b' }] }] };

    expect(withReadableProse(result, 'vi')).toEqual({
      types: [{ name: 'a@b', description: 'a@\u2060b', fields: [{ deprecationReason: 'a@\u2060b' }] }],
    });
  });
});
