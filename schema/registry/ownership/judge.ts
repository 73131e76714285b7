import { text } from '../../contract/text.js';
import type { Finding } from '../checks/report.js';
import type { SubgraphReading } from '../reading/subgraph.js';
import { spelledHead, spelledMember } from './alike.js';
import { alterations, type Graphs } from './altered.js';
import { needsOf } from './needed.js';
import type { Need } from './needs.js';
import { ownersIn } from './owners.js';
import { isPermitted } from './permits.js';
import { denial } from './words.js';
import type { Judged, World } from './world.js';

/** What an SDL does to what others own without their leave. */
export function denials({ reading, sdl }: Judged, world: World): readonly Finding[] {
  return needsOf(reading, world)
    .filter((need) => need.rule === 'OWNER_CLAIMED' || !isPermitted(wantedBy(reading, need), world, sdl))
    .map((need) => denial(need, reading.agency, world.law));
}

/** What a proposal changes for others in the supergraph without their leave, as far as `told` does not say it already. */
export function silentDenials(
  { reading, sdl }: Judged,
  world: World,
  { graphs, told }: { readonly graphs: Graphs; readonly told: readonly Finding[] },
): readonly Finding[] {
  const denied = told.filter(({ check, severity }) => check === 'OWNERSHIP' && severity === 'ERROR');
  const known = new Set(denied.map(({ coordinate }) => coordinate));
  const ownerOf = ownersIn(world, reading.agency);
  return alterations(graphs, reading, ownerOf)
    .filter(({ coordinate }) => !known.has(coordinate))
    .filter((need) => !mayAlter({ reading, sdl }, need, world) && !isOfOthers(need, world))
    .map((need) => denial(need, reading.agency, world.law));
}

function mayAlter({ reading, sdl }: Judged, need: Need, world: World): boolean {
  return [need.right, 'DEFINE' as const].some((right) =>
    isPermitted({ ...wantedBy(reading, need), right }, world, sdl),
  );
}

/** Whether another SDL that comes at once changes the same part, and may. */
function isOfOthers(need: Need, world: World): boolean {
  return (world.coming ?? []).some((other) => {
    const former = world.served.find(({ subgraph }) => subgraph === other.reading.subgraph);
    const [before, after] = [former, other.reading].map((each) => spelledAt(need.coordinate, each));
    return before !== after && mayAlter(other, need, world);
  });
}

function spelledAt(coordinate: string, reading: SubgraphReading | undefined): string | undefined {
  const [name = '', member] = coordinate.split('.');
  const type = reading?.types.get(name);
  if (!type || member === undefined) return type && spelledHead(type);
  const found = type.members.get(member);
  return found && spelledMember(found, 'DESCRIBED');
}

/** Approvals that what is already served by others lacks by now: told in every check, and no hindrance to it. */
export function missingApprovals(judged: readonly Judged[], world: World): readonly Finding[] {
  return judged.flatMap((each) => denials(each, world).map((finding) => asMissing(finding, each.reading)));
}

function asMissing(finding: Finding, { agency, subgraph }: SubgraphReading): Finding {
  return {
    ...finding,
    code: 'APPROVAL_MISSING',
    severity: 'WARNING',
    agency,
    line: undefined,
    message: text(
      `Phân hệ ${subgraph} đang chạy mà thiếu chấp thuận. ${finding.message.vi}`,
      `Subgraph ${subgraph} is served without an approval. ${finding.message.en}`,
    ),
  };
}

function wantedBy({ agency }: SubgraphReading, { owner, right, coordinate }: Need) {
  return { owner, to: agency, right, coordinate };
}
