import { expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';

/** Makes the folder of a run of its own beside those of a run that was killed and of one that goes on. */
const A_RUN = `
  const [module, ended, going] = process.argv.slice(1);
  const { makeRunFolder } = await import(module);
  const { existsSync, mkdirSync, rmSync } = await import('node:fs');
  const folder = await makeRunFolder();
  const of = (pid) => folder.path.replace(/\\d+$/, pid);
  const isNew = !existsSync(of(going));
  for (const pid of [ended, going]) mkdirSync(of(pid), { recursive: true });
  const next = await makeRunFolder();
  const left = [ended, going].map((pid) => existsSync(of(pid)));
  const isTemporary = (await import('node:os')).tmpdir() === next.path;
  await next.remove();
  if (isNew) rmSync(of(going), { recursive: true });
  console.log(JSON.stringify({ left, isTemporary, isThere: existsSync(next.path) }));`;

test('a run has its temporary folders in one of its own, and removes what killed runs left', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const module = new URL('./run-folder.mjs', import.meta.url).href;
  const command = ['--input-type=module', '-e', A_RUN, module, String(pid), String(process.pid)];

  const seen = execFileSync(process.execPath, command, { encoding: 'utf8' });

  expect(JSON.parse(seen)).toEqual({ left: [false, true], isTemporary: true, isThere: false });
});
