import { projectPath } from '../../../schema/contract/project.js';
import { ERROR_CODES } from '../../../schema/contract/errors.js';
import { EXPLANATIONS } from '../../../schema/registry/cli/explain/explanations.js';
import { FINDINGS } from '../../../schema/registry/cli/explain/findings.js';
import { COMMANDS } from '../../../schema/registry/cli/commands.js';
import { hub } from './a-desk.js';
import { describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';

function textOf(path: string): string {
  return readFileSync(projectPath(path), 'utf8');
}

/** Where code names a reason: as a detail, as what a refusal is made of, or in the table of its words. */
const REASON =
  /\breason: '(?<detail>[A-Z][A-Z_]+)'|\b(?:invalid|wrong|untrusted|\w*[rR]efused)\(\s*'(?<made>(?!\w+_FILE')[A-Z][A-Z_]+)'|^ {2}(?<worded>(?:UNKNOWN|REVOKED|EXPIRED)_KEY|TOO_OLD|NOT_YET): text\(/gm;

describe('hub explain', () => {
  test('every code of an error is explained in both languages', () => {
    const unexplained = Object.keys(ERROR_CODES).filter((code) => !EXPLANATIONS.get(code)?.right.vi);
    expect(unexplained).toEqual([]);
  });

  test('every code that a check names is explained', () => {
    const files = globSync('schema/registry/{checks,ownership,composing,deciding}/**/*.ts', {
      cwd: projectPath(),
    });
    const named = files.flatMap((file) =>
      [...textOf(file).matchAll(/\bcode: '([A-Z_]{4,})'/g)].map((match) => String(match[1])),
    );
    expect(named.length).toBeGreaterThan(20);
    expect([...new Set(named)].filter((code) => !EXPLANATIONS.has(code))).toEqual([]);
  });

  test('every reason for which a gateway refuses or returns is explained', () => {
    const reasons = textOf('gateway/release/refusal.ts').matchAll(/^ {2}([A-Z_]+): text\(/gm);
    const unexplained = [...reasons]
      .map((match) => String(match[1]))
      .filter((code) => !EXPLANATIONS.has(code));
    expect(unexplained).toEqual([]);
  });

  test('every reason that stands beside an error of the registry or of a release is explained', () => {
    const files = globSync(
      '{schema/registry,schema/contract/release,gateway/release,gateway/launch}/**/*.ts',
      {
        cwd: projectPath(),
      },
    );
    const reasons = files.flatMap((file) =>
      [...textOf(file).matchAll(REASON)].map(({ groups = {} }) =>
        String(Object.values(groups).find(Boolean)),
      ),
    );
    expect(reasons).toEqual(expect.arrayContaining(['OTHER_REGISTRY', 'NOBODYS', 'EXPIRED_KEY', 'HEAD']));
    expect([...new Set(reasons)].filter((code) => !EXPLANATIONS.has(code))).toEqual([]);
  });

  test('the page of errors has every code of findings and launches with its words', () => {
    const page = textOf('docs/errors.md');
    const rows = Object.entries(FINDINGS).map(([code, { what }]) => `| \`${code}\` | ${what.en} |`);
    expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  });

  test('a code is explained in the language of the reader', async () => {
    expect((await hub(['explain', 'stale_base'])).out).toContain('publish again');
    expect((await hub(['explain', 'stale_base', '--lang', 'vi'])).out).toContain('phát hành lại');
  });

  test('an unknown code is not found, and similar ones are named', async () => {
    const { exit, err } = await hub(['explain', 'OWNER_']);
    expect(exit).toBe(1);
    expect(err).toContain('OWNER_EXTENDED');
  });
});

describe('hub --help', () => {
  test.each(COMMANDS.map(({ name }) => name))('%s: helps with examples, in both languages', async (name) => {
    const english = await hub([...name.split(' '), '--help']);
    const vietnamese = await hub([...name.split(' '), '--help'], { env: { LANG: 'vi_VN.UTF-8' } });
    expect([english.exit, vietnamese.exit]).toEqual([0, 0]);
    expect(english.out).toContain(`Examples:\n  hub ${name}`);
    expect(vietnamese.out).toContain('Ví dụ:');
  });

  test('without a command all of them are shown', async () => {
    const { exit, out } = await hub([]);
    expect(exit).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(String(name.split(' ')[0]));
  });

  const MISTAKES = [
    ['an unknown command', ['nope'], 'nope'],
    ['an unknown option', ['check', '--nope'], '--nope'],
    ['a missing option', ['publish'], '--message'],
    ['a missing argument', ['law', 'make', '--message', 'x'], 'file'],
    ['a value that is not allowed', ['status', '--format', 'xml'], '--format'],
  ] as const;

  test.each(MISTAKES)('%s is wrong use, told in both languages', async (_, args, named) => {
    const english = await hub([...args]);
    const vietnamese = await hub([...args, '--lang', 'vi']);
    expect([english.exit, vietnamese.exit]).toEqual([2, 2]);
    expect(english.err).toContain(named);
    expect(vietnamese.err).toContain('Không hiểu lệnh');
    expect(english.out).toBe('');
  });

  test('a group without a command shows what it has, as wrong use', async () => {
    const { exit, err } = await hub(['keys']);
    expect([exit, err]).toEqual([2, expect.stringContaining('rotate')]);
  });

  test('colours are for terminals, and NO_COLOR forbids them', async () => {
    const marked = await hub(['explain', 'TRY_AGAIN'], { isTerminal: true });
    const plain = await hub(['explain', 'TRY_AGAIN'], { isTerminal: true, env: { NO_COLOR: '1' } });
    // oxlint-disable-next-line no-control-regex
    expect([/\u001b/.test(marked.out), /\u001b/.test(plain.out)]).toEqual([true, false]);
  });
});

describe('hub completion', () => {
  test('bash completes commands, commands of groups and options', async () => {
    const { out } = await hub(['completion', 'bash']);
    const completed = (line: string): readonly string[] => {
      const words = line.split(' ').map((word) => `'${word}'`);
      const script = `${out}\nCOMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _hub; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return execFileSync('bash', ['-c', script], { encoding: 'utf8', cwd: '/' }).trim().split('\n');
    };
    expect(completed('hub pu')).toContain('publish');
    expect(completed('hub keys r')).toEqual(expect.arrayContaining(['rotate', 'revoke']));
    expect(completed('hub publish --mess')).toContain('--message');
    expect(completed('hub keys rotate --channel x --keep')).toContain('--keep-old');
  });

  test.each(['zsh', 'fish'])('%s gets a script with all commands', async (shell) => {
    const { exit, out } = await hub(['completion', shell]);
    expect(exit).toBe(0);
    for (const word of ['publish', 'rotate', 'promote', 'message']) expect(out).toContain(word);
    const { error, status } = spawnSync(shell, ['-n'], { input: out });
    expect(error === undefined ? status : 0).toBe(0);
  });
});
