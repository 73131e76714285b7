import Sequencer from '@jest/test-sequencer';
import { join, relative } from 'node:path';

/** How the paths of the files that take longest begin, below `test/`; what takes longest comes first. */
const SLOWEST = [
  'gateway/explorer/browser.',
  'gateway/engine/monolith/',
  'apart.',
  'hub.',
  'registry/fourth-agency.',
  'gateway/launch/launch.',
  'gateway/workers/workers.',
  'gateway/engine/plan/threads/planner-threads.',
  'gateway/engine/plan/attacks.',
  'gateway/embedded/postgres/crash.',
  'gateway/embedded/postgres/accounts.',
  'gateway/embedded/postgres/cluster.',
  'gateway/attacks/faults.',
  'gateway/faults/hanging.',
  'gateway/take-over/process.',
  'client-mistakes.',
  'shared/audit/process.',
  'shared/events/kills.',
  'gateway/streams/defer.property.',
  'gateway/workers/redis.',
  'recognition/consent.',
  'registry/core/crash.',
  'registry/core/at-once.',
  'registry/cli/init.',
  'first-data.',
];

/** Begins with the slowest files, so that no worker is left alone with one of them at the end. */
export default class SlowestFirst extends Sequencer {
  sort(tests) {
    // Jest's own sort, which is none of an array.
    // oxlint-disable-next-line unicorn/no-array-sort
    return super.sort(tests).toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ path, context }) {
  const place = relative(join(context.config.rootDir, 'test'), path);
  const rank = SLOWEST.findIndex((beginning) => place.startsWith(beginning));
  return rank === -1 ? SLOWEST.length : rank;
}
