import { projectPath } from '../../schema/contract/project.js';
import { afterEach, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** A process that logs as ours do, and tells over its channel what it has done. */
function logging(work: string) {
  const script = `
    import { createLog } from ${JSON.stringify(projectPath('dist', 'schema', 'contract', 'log.js'))};
    const log = createLog('test');
    ${work}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  running.push(child);
  return child;
}

/** What a process tells over its channel. @throws Error when it ends before. */
function tells(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The process ended with ${code}.`)));
  });
}

const outputOf = ({ stdout }: ChildProcess) => (stdout ? text(stdout) : Promise.resolve(''));

describe('the log', () => {
  test('of a process that is told to end before it handles signals is written whole', async () => {
    const child = logging(`
      log.info('the last word');
      setInterval(() => {}, 1_000);
      process.send('logged');`);
    const output = outputOf(child);
    await tells(child);

    child.kill('SIGTERM');

    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
    expect(await output).toContain('the last word');
  });

  test('leaves the end to the process where that handles the signal', async () => {
    const child = logging(`
      process.on('SIGTERM', () => { log.info('the last word'); process.exit(7); });
      setInterval(() => {}, 1_000);
      process.send('ready');`);
    const output = outputOf(child);
    await tells(child);

    child.kill('SIGTERM');

    expect(await once(child, 'exit')).toEqual([7, null]);
    expect(await output).toContain('the last word');
  });

  test('holds a bounded part of what nobody reads, and counts the lines that it lost', async () => {
    const child = logging(`
      const filler = 'x'.repeat(1_000);
      for (let line = 0; line < 20_000; line += 1) log.info({ filler });
      process.send('logged');
      process.on('message', () => process.exit(0));`);
    await tells(child);

    const output = outputOf(child);
    const lines: string[] = [];
    child.stdout?.on('data', (chunk: Buffer) => {
      lines.push(String(chunk));
      if (String(chunk).includes('"lost"')) child.send('end');
    });
    const all = (await output)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

    const { lost } = all.find((line) => 'lost' in line) ?? {};
    const told = all.filter((line) => 'filler' in line).length;
    expect(told).toBeLessThan(10_000);
    expect(told + Number(lost)).toBe(20_000);
  });
});
