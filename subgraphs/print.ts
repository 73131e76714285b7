import 'reflect-metadata';
import { projectPath } from '../schema/contract/project.js';
import { PLANS } from './plans.js';
import { federationSdl, subgraphSchema } from './shared/schema.js';
import { mkdir, writeFile } from 'node:fs/promises';

/** Writes every subgraph's SDL to `schema/sdl`, where it is reviewed like code. */
await mkdir(projectPath('schema', 'sdl'), { recursive: true });
for (const plan of PLANS)
  await writeFile(
    projectPath('schema', 'sdl', `${plan.name}.graphql`),
    await federationSdl(await subgraphSchema(plan)),
  );
