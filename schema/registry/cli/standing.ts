import type { ApprovalView, Publication } from '../../contract/release/wire.js';
import type { Finding } from '../checks/report.js';
import type { RegistryClient } from '../client/registry-client.js';
import { readLaw } from '../ownership/law-file.js';
import type { Call } from './call.js';

/** What is served, and what was allowed. */
export interface Served {
  readonly registry: RegistryClient;
  readonly subgraphs: readonly Publication[];
  readonly approvals: readonly ApprovalView[];
}

/** The approvals that what is served lacks now: because they ended, were withdrawn, or the law has changed. */
export async function lackingIn(
  call: Call,
  { registry, subgraphs, approvals }: Served,
): Promise<readonly Finding[]> {
  const [{ missingApprovals }, { readIfParsed }] = await Promise.all([
    import('../ownership/judge.js'),
    import('../reading/subgraph.js'),
  ]);
  const law = readLaw((await registry.law()).text);
  const judged = await Promise.all(
    subgraphs.map(async ({ subgraph, agency, sdl: address }) => {
      const sdl = await registry.text(address);
      const reading = readIfParsed(sdl, { subgraph, agency });
      return reading ? [{ reading, sdl }] : [];
    }),
  );
  const served = judged.flat().map(({ reading }) => reading);
  const valid = approvals.filter(({ state }) => state === 'VALID');
  return missingApprovals(judged.flat(), { law, approvals: valid, now: call.desk.now(), served });
}
