import { text } from '../../contract/text.js';
import { HUB } from '../ownership/law.js';
import { asking } from '../ownership/words.js';
import type { SupergraphReading } from '../reading/supergraph.js';
import type { CheckContext } from './context.js';
import { findingsOf, type Found } from './finding.js';
import { recordsOutside } from './outside.js';
import type { ContractChange, Finding } from './report.js';

/** What the check of contracts found, and every change of what the contracts show. */
export interface ContractJudgement {
  readonly findings: readonly Finding[];
  readonly changes: readonly ContractChange[];
}

/** How a tag begins that keeps a field apart from all fields with the rest of its name as their tag. */
const APART_FROM = 'apart-from/';

/** Whether the tags by which parts of the graph are kept apart, or shown to some, still hold what they held. */
export function checkContracts(context: CheckContext): ContractJudgement {
  const [before, after] = [context.before(), context.after()];
  if (!before) return { findings: [], changes: tagChanges(NOTHING, after.tags) };
  const changes = [...tagChanges(before.tags, after.tags), ...reached(before, after)];
  return {
    findings: findingsOf(
      'CONTRACT',
      context,
      changes.flatMap((each) => judged(each, context) ?? []),
    ),
    changes,
  };
}

type Tags = SupergraphReading['tags'];

const NOTHING: Tags = new Map();

function tagChanges(before: Tags, after: Tags): readonly ContractChange[] {
  return [
    ...missingIn(after, before).map((each) => ({ ...each, change: 'REMOVED' as const })),
    ...missingIn(before, after).map((each) => ({ ...each, change: 'ADDED' as const })),
  ];
}

function missingIn(tags: Tags, known: Tags): readonly Omit<ContractChange, 'change'>[] {
  return [...known].flatMap(([coordinate, names]) =>
    [...names].filter((tag) => !tags.get(coordinate)?.has(tag)).map((tag) => ({ tag, coordinate })),
  );
}

/** Tags that keep apart, and those from which they keep. */
function classifiedTags(...all: readonly Tags[]): ReadonlySet<string> {
  const names = new Set(all.flatMap((tags) => [...tags.values()].flatMap((each) => [...each])));
  const apart = [...names].filter((name) => name.startsWith(APART_FROM));
  return new Set([...apart, ...apart.map((name) => name.slice(APART_FROM.length))]);
}

/** Types that a way without the tag leads to, where only tagged ways led or no way did and a tagged one is beside it. */
function reached(before: SupergraphReading, after: SupergraphReading): readonly ContractChange[] {
  const classified = classifiedTags(before.tags, after.tags);
  const tags = new Set([...after.tags.values()].flatMap((each) => [...each]));
  return [...tags].flatMap((tag) =>
    (classified.has(tag) ? leaks(tag, before, after) : untagged(tag, before, after)).map((coordinate) => ({
      tag,
      change: 'REACHABLE' as const,
      coordinate,
    })),
  );
}

/** Types that only tagged ways led to, and that untagged ways lead to now. */
function leaks(tag: string, before: SupergraphReading, after: SupergraphReading): readonly string[] {
  const outside = recordsOutside(tag, before);
  const inside = [...recordsOutside(undefined, before)].filter((type) => !outside.has(type));
  const now = recordsOutside(tag, after);
  return inside.filter((type) => now.has(type));
}

/** New types without a tag that a tagged field shows. */
function untagged(tag: string, before: SupergraphReading, after: SupergraphReading): readonly string[] {
  const isOld = (type: string) => before.api.getType(type) !== undefined;
  return tagged(tag, after).filter((type) => !isOld(type) && !after.tags.get(type)?.has(tag));
}

function tagged(tag: string, { tags, api }: SupergraphReading): readonly string[] {
  const places = [...tags].filter(([, names]) => names.has(tag)).map(([place]) => place.split('.'));
  const shown = places.flatMap(([type = '', field = '']) => {
    const found = api.getType(type);
    const fields = found && 'getFields' in found ? found.getFields() : {};
    const part = Object.hasOwn(fields, field) ? fields[field] : undefined;
    return part ? [String(part.type).replaceAll(/[[\]!]/g, '')] : [];
  });
  return [...new Set(shown)];
}

function judged(change: ContractChange, context: CheckContext): Found | undefined {
  const isClassified = classifiedTags(context.before()?.tags ?? NOTHING, context.after().tags).has(
    change.tag,
  );
  if (change.change === 'ADDED') return undefined;
  if (!isClassified) return note(change);
  if (change.change === 'REMOVED' && !isStillThere(change.coordinate, context)) return undefined;
  return leak(change, context);
}

/** Whether a field, or an argument of it, is still seen by clients. */
function isStillThere(coordinate: string, context: CheckContext): boolean {
  const [name = '', field, argument] = coordinate.split('.');
  const type = context.after().api.getType(name);
  if (!type || field === undefined) return type !== undefined;
  if ('getValue' in type) return type.getValue(field) !== undefined;
  const found = 'getFields' in type ? type.getFields()[field] : undefined;
  return argument === undefined || !found || !('args' in found)
    ? found !== undefined
    : found.args.some(({ name: each }) => each === argument);
}

function leak({ tag, change, coordinate }: ContractChange, context: CheckContext): Found {
  const { proposed, law } = context.input;
  const needed = { right: 'CONTRACT', coordinate } as const;
  const lacking = context.lacking(needed, [HUB]);
  const approval = { ...needed, owner: HUB, to: lacking ?? proposed.agency };
  const ask = asking(law, approval);
  return {
    code: change === 'REMOVED' ? 'CONTRACT_TAG_REMOVED' : 'CONTRACT_LEAK',
    severity: lacking === undefined ? 'WARNING' : 'ERROR',
    agency: approval.to,
    coordinate,
    message:
      change === 'REMOVED'
        ? text(`${coordinate} mất nhãn "${tag}".`, `${coordinate} loses the tag "${tag}".`)
        : text(
            `${coordinate} chỉ đến được qua phần có nhãn "${tag}", nay có đường khác không mang nhãn.`,
            `${coordinate} was reached through what has the tag "${tag}" alone; now there is a way without it.`,
          ),
    remedy: text(
      `Giữ @tag(name: "${tag}") trên đường đến ${coordinate}. Nếu cố ý: ${ask.vi}`,
      `Keep @tag(name: "${tag}") on each way to ${coordinate}. If it is meant: ${ask.en}`,
    ),
    patch: `@tag(name: "${tag}")`,
    ...(lacking !== undefined && { approval }),
  };
}

function note({ tag, change, coordinate }: ContractChange): Found {
  const isReached = change === 'REACHABLE';
  return {
    code: isReached ? 'CONTRACT_UNTAGGED' : 'CONTRACT_CHANGED',
    severity: isReached ? 'WARNING' : 'NOTE',
    coordinate,
    message: isReached
      ? text(
          `Kiểu mới ${coordinate} không có nhãn "${tag}" nhưng hiện ra từ trường có nhãn đó.`,
          `The new type ${coordinate} has no tag "${tag}" but is shown by a field that has it.`,
        )
      : text(`${coordinate} không còn nhãn "${tag}".`, `${coordinate} no longer has the tag "${tag}".`),
    remedy: text(
      `Ghi hoặc bỏ @tag(name: "${tag}") cho đúng ý.`,
      `Write or leave out @tag(name: "${tag}") as it is meant.`,
    ),
  };
}
