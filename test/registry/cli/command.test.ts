import { projectPath } from '../../../schema/contract/project.js';
import { folders } from './a-desk.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A clone after its build, with a Node that is the project's own. */
describe('the command hub', () => {
  const places = folders();
  let clone: string;

  beforeAll(() => {
    clone = places.make();
    cpSync(projectPath('hub.sh'), join(clone, 'hub.sh'));
    cpSync(projectPath('package.json'), join(clone, 'package.json'));
    symlinkSync(projectPath('dist'), join(clone, 'dist'));
    mkdirSync(join(clone, 'node_modules', '.bin'), { recursive: true });
    symlinkSync(process.execPath, join(clone, 'node_modules', '.bin', 'node'));
    symlinkSync('../../hub.sh', join(clone, 'node_modules', '.bin', 'hub'));
  });

  afterAll(() => places.remove());

  const { version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { version: string };
  const path = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', LANG: 'C' };

  test('it runs on the project’s own Node from any folder, by a link to it', () => {
    const place = places.make();
    const { status, stdout, stderr } = spawnSync(join(clone, 'node_modules', '.bin', 'hub'), ['--version'], {
      cwd: place,
      env: path,
      encoding: 'utf8',
    });
    expect([status, stdout.trim(), stderr]).toEqual([0, version, '']);
  });

  test('its exit code is that of the command, and a failure is told beside the answer', () => {
    const run = spawnSync('sh', [join(clone, 'hub.sh'), 'check', '--schema', 'none'], {
      cwd: places.make(),
      env: path,
      encoding: 'utf8',
    });
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('INVALID_INPUT');
  });

  test('where the sources are, the build is brought up to date first, and a build that fails ends it', () => {
    writeFileSync(join(clone, 'build-if-changed.sh'), 'echo building; exit 1\n');
    const run = spawnSync('sh', [join(clone, 'hub.sh'), '--version'], { env: path, encoding: 'utf8' });
    expect([run.status, run.stdout, run.stderr]).toEqual([70, '', 'building\n']);
  });

  test('npm knows it: as a command of the package, which the build links, and as a script', () => {
    const { bin, scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
    expect(bin).toEqual({ hub: 'hub.sh' });
    expect(scripts.build).toContain('node_modules/.bin/hub');
    expect(scripts.hub).toContain('hub.sh');
  });
});
