import 'reflect-metadata';
import { projectPath } from '../schema/contract/project.js';
import { composeSupergraph } from '../schema/registry/compose.js';
import { readComposition } from '../schema/registry/composition-file.js';
import { PLANS } from '../subgraphs/plans.js';
import { federationSdl, subgraphSchema } from '../subgraphs/shared/schema.js';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';

function committed(name: string): string {
  return readFileSync(projectPath('schema', 'sdl', `${name}.graphql`), 'utf8');
}

describe('the committed schema is the one that runs; `npm run schema` writes it', () => {
  test.each(PLANS.map((plan) => [plan.name, plan] as const))('%s', async (name, plan) => {
    expect(await federationSdl(await subgraphSchema(plan))).toBe(committed(name));
  });

  describe('composed', () => {
    let composition: ReturnType<typeof composeSupergraph>;
    beforeAll(async () => {
      composition = composeSupergraph(await readComposition(projectPath('schema', 'supergraph.yaml')));
    });

    test('supergraph', () => {
      expect(composition.supergraphSdl).toBe(committed('supergraph'));
    });

    test('schema that clients see', () => {
      expect(composition.apiSdl).toBe(committed('api'));
    });
  });
});
