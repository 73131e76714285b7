import { readOptions } from './options.js';
import { describe, expect, test } from '@jest/globals';

describe('the options of the soak', () => {
  test('unless told otherwise, it takes ten minutes', () => {
    expect(readOptions([])).toEqual({ minutes: 10 });
  });

  test('a part of a minute is taken', () => {
    expect(readOptions(['--minutes', '0.5'])).toEqual({ minutes: 0.5 });
  });

  test.each([
    [['--minutes', 'ten'], '--minutes must be a number from 0.1 to 1440, not "ten"'],
    [['--minutes', ''], '--minutes must be a number'],
    [['--minutes', '0'], '--minutes must be a number'],
    [['--minutes=-1'], '--minutes must be a number'],
    [['--minutes', '1e9'], '--minutes must be a number'],
    [['--hours', '1'], "Unknown option '--hours'"],
    [['10'], "Unexpected argument '10'"],
  ])('%j is refused', (args, reason) => {
    expect(() => readOptions(args)).toThrow(reason);
  });
});
