import { HubError } from '../../schema/contract/errors.js';
import { readSettings, RULES, port, type Environment } from '../../schema/contract/settings.js';
import { text, type Text } from '../../schema/contract/text.js';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

const SETTINGS = {
  PORT: port.default(4000),
  MODE: z.enum(['filter', 'reject']).default('filter'),
  SWITCH: z.stringbool().default(true),
  KEYS_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgresql$/ }).optional(),
};

function refusalOf(environment: Environment, shape: z.ZodRawShape = SETTINGS): Text {
  try {
    readSettings(shape, environment);
  } catch (error) {
    if (error instanceof HubError) return error.text;
    throw error;
  }
  throw new Error('The settings were taken.');
}

describe('the refusal of a setting says what was given and what would be right', () => {
  test.each<[string, Environment, readonly string[], readonly string[]]>([
    [
      'of a choice',
      { MODE: 'off' },
      ['giá trị hiện là "off"', 'cần một trong: filter, reject', 'ví dụ filter'],
      ['it is "off"', 'one of these is needed: filter, reject', 'for example filter'],
    ],
    [
      'of a number',
      { PORT: 'seventy' },
      ['"seventy"', 'cần một số nguyên', 'ví dụ 4000'],
      ['"seventy"', 'a whole number is needed', 'for example 4000'],
    ],
    ['of a bound', { PORT: '70000' }, ['"70000"', 'tối đa 65535'], ['"70000"', 'at most 65535']],
    [
      'of an address without a scheme',
      { KEYS_URL: 'keys.example' },
      ['"keys.example"', 'http hoặc https', 'https://host.example/path'],
      ['"keys.example"', 'by http or https', 'https://host.example/path'],
    ],
    [
      'of an address with another scheme',
      { KEYS_URL: 'file:///etc/keys' },
      ['"file:///etc/keys"', 'http hoặc https'],
      ['"file:///etc/keys"', 'by http or https'],
    ],
  ])('%s', (_, environment, vi, en) => {
    const refusal = refusalOf(environment);

    for (const part of vi) expect(refusal.vi).toContain(part);
    for (const part of en) expect(refusal.en).toContain(part);
  });

  test.each<[string, Environment]>([
    ['the address of a database', { DATABASE_URL: 'postgres//union:hunter2/db' }],
    ['an address with a password', { KEYS_URL: 'ftp://an:hunter2@host/keys' }],
    ['a key', { MODE: '-----BEGIN PRIVATE KEY-----hunter2' }],
  ])('but never repeats %s', (_, environment) => {
    const { vi, en } = refusalOf(environment);

    expect(vi + en).not.toContain('hunter2');
  });

  test('and repeats no more than the beginning of a long value', () => {
    expect(refusalOf({ MODE: 'x'.repeat(10_000) }).en.length).toBeLessThan(300);
  });

  test('with the rule that the setting brings itself', () => {
    const shape = { FILE: z.string().register(RULES, text('hãy nêu tệp', 'name the file')) };

    expect(refusalOf({}, shape)).toEqual({
      vi: 'Thiết lập FILE không hợp lệ: chưa được đặt, hãy nêu tệp; xem docs/settings.md.',
      en: 'Setting FILE is wrong: it is not given, name the file; see docs/settings.md.',
    });
  });
});
