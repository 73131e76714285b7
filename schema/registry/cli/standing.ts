import type { ApprovalView, Publication } from '../../contract/release/wire.js';
import type { Finding } from '../checks/report.js';
import type { RegistryClient } from '../client/registry-client.js';
import { readLaw } from '../ownership/law-file.js';
import type { Judged } from '../ownership/world.js';
import type { Call } from './call.js';

/** What is served, and what was allowed. */
export interface Served {
  readonly registry: RegistryClient;
  readonly subgraphs: readonly Publication[];
  /** What the first channel serves, where it is another one. */
  readonly settled?: readonly Publication[];
  readonly approvals: readonly ApprovalView[];
}

/** The approvals that what is served lacks now: because they ended, were withdrawn, or the law has changed. */
export async function lackingIn(
  call: Call,
  { registry, subgraphs, settled, approvals }: Served,
): Promise<readonly Finding[]> {
  const [{ missingApprovals }, { readIfParsed }] = await Promise.all([
    import('../ownership/judge.js'),
    import('../reading/subgraph.js'),
  ]);
  const law = readLaw((await registry.law()).text);
  const judgedOf = async (publications: readonly Publication[]): Promise<readonly Judged[]> => {
    const found = publications.map(async ({ subgraph, agency, sdl: address }) => {
      const sdl = await registry.text(address);
      const reading = readIfParsed(sdl, { subgraph, agency });
      return reading ? [{ reading, sdl }] : [];
    });
    return (await Promise.all(found)).flat();
  };
  const judged = await judgedOf(subgraphs);
  const valid = approvals.filter(({ state }) => state === 'VALID');
  return missingApprovals(judged, {
    ...{ law, approvals: valid, now: call.desk.now() },
    served: readingsOf(judged),
    ...(settled && { settled: readingsOf(await judgedOf(settled)) }),
  });
}

function readingsOf(judged: readonly Judged[]): readonly Judged['reading'][] {
  return judged.map(({ reading }) => reading);
}
