import { readOptions } from './options.js';
import { describe, expect, test } from '@jest/globals';

describe('the options of the benchmark', () => {
  test('unless told otherwise, everything is measured', () => {
    const { only, works } = readOptions([]);
    expect(only).toEqual([]);
    expect(works).toEqual(['benchmark', 'small', 'distinct', 'alone', 'start', 'takeover']);
  });

  test.each([
    [['--work', 'all'], 'There is no work all'],
    [['--rounds', 'many'], '--rounds must be a number'],
    [['--speed', '1'], "Unknown option '--speed'"],
  ])('%j is refused', (args, reason) => {
    expect(() => readOptions(args)).toThrow(reason);
  });
});
