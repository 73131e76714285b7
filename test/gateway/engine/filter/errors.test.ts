import { describe, expect, test } from '@jest/globals';
import { denialError, denialErrors } from '../../../../gateway/engine/filter/errors.js';
import { dressError } from '../../../../schema/contract/dress.js';

test('a denied place is told by its path, in both languages', () => {
  const { path, message, extensions } = denialError({ path: ['ledger', 'seal'] });

  expect(path).toEqual(['ledger', 'seal']);
  expect(message).toBe('The caller may not see this field or type.');
  expect(extensions).toEqual({
    code: 'UNAUTHORIZED_FIELD_OR_TYPE',
    messageVi: 'Bên gọi không có quyền xem trường hoặc kiểu dữ liệu này.',
    affectedPath: 'ledger.seal',
  });
});

test('a denied place within lists is told once, without naming one element', () => {
  const { path, extensions } = denialError({ path: ['unions', '@', 'budget'] });

  expect(path).toBeUndefined();
  expect(extensions).toMatchObject({ affectedPath: 'unions.@.budget' });
});

test('the error reaches the client as it is', () => {
  const error = denialError({ path: ['ledger'] });

  expect(dressError(error.toJSON(), error)).toEqual(error.toJSON());
});

describe('many denied places', () => {
  test('are told one by one up to a hundred, and the rest as a number', () => {
    const errors = denialErrors(Array.from({ length: 103 }, (_, n) => ({ path: [`a${n}`] })));

    expect(errors).toHaveLength(101);
    expect(errors.at(99)?.path).toEqual(['a99']);
    expect(errors.at(100)?.extensions).toMatchObject({ code: 'UNAUTHORIZED_FIELD_OR_TYPE', untold: 3 });
  });

  test('are told completely when they are a hundred', () => {
    expect(denialErrors(Array.from({ length: 100 }, (_, n) => ({ path: [`a${n}`] })))).toHaveLength(100);
  });
});
