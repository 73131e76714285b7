import { keyOf } from '../../../schema/contract/ids.js';
import { both, text, type Text } from '../../../schema/contract/text.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput } from '../../shared/writing/input.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { givenText } from '../recording/given.js';
import { ReportedSourceInput, statedIn } from '../recording/source-input.js';
import { atWork } from './organization-ending.js';
import { UnionHandover } from './union-handover.entity.js';
import { UnionOrganization } from './union-organization.entity.js';
import { unionsAbove } from './unions-above.js';
import { Field, ID, InputType } from 'type-graphql';

/** To which union all those below one go over, and when. */
@InputType({
  description: both(
    'Các công đoàn cấp dưới chuyển về tổ chức nào, từ ngày nào',
    'To which union all those below one go over, and when.',
  ),
})
export class HandOverUnionsBelowInput extends ChangeInput {
  @Field(() => ID, { description: both('Tổ chức nhận', 'The union that takes them.') })
  readonly to!: string;

  @Field(() => LocalDate, { description: both('Từ ngày', 'First day under the other union.') })
  readonly on!: string;

  @Field({ description: both('Số hiệu văn bản pháp lý', 'Symbol of the legal document.') })
  readonly legalDocument!: string;

  @Field(() => ReportedSourceInput, { description: both('Xuất xứ', 'Where it comes from.') })
  readonly source!: ReportedSourceInput;
}

/** Most unions that go over at once. Unit: unions. Source: own limit, what one transaction does within its time. */
const MOST_UNIONS = 5000;

/** How many of them go over in one statement, so that none takes too long. Unit: unions. Source: own limit. */
const AT_ONCE = 500;

/**
 * Puts all unions that stand right below one under another from a day on: all of them, or none. The audit log names the
 * handover, which has their number, and not each of thousands.
 *
 * @throws Refusal GUARD_FAILED, NOT_FOUND, FORBIDDEN_SCOPE
 */
export async function handOverUnionsBelow(
  tx: Transaction,
  { on, source, ...input }: HandOverUnionsBelowInput,
): Promise<UnionHandover> {
  const { key: from } = await tx.findExpected(UnionOrganization, input);
  const to = await atWork(tx, keyOf('UnionOrganization', input.to), on);
  guard(to !== from, 'another-parent', OTHER_UNION);
  const movedCount = await countBelow(tx, { from, to, on });
  const handover = tx.create(UnionHandover, {
    from,
    to,
    effectiveOn: on,
    movedCount,
    legalDocument: givenText(input.legalDocument, 'legalDocument'),
    provenance: [await statedIn(tx, source)],
  });
  await tx.flush();
  for (let moved = 0; moved < movedCount; moved += AT_ONCE) await goOver(tx, handover);
  return handover;
}

/** From which union to which, and when. */
interface Way {
  readonly from: string;
  readonly to: string;
  readonly on: string;
}

interface Below {
  readonly count: number;
  readonly isCircle: boolean;
}

/** How many unions stand right below one on a day or later: some, not too many, and none above the one that takes them. */
async function countBelow(tx: Transaction, { from, to, on }: Way): Promise<number> {
  const above = [to, ...(await unionsAbove(tx.read, { key: to, day: on }))];
  const [below] = await tx.em.execute<Below[]>(
    `select count(*)::int as count, coalesce(bool_or(child_key = any(string_to_array(?, ' ')::uuid[])), false) as "isCircle"
     from organization_parent where parent_key = ? and (valid_to is null or valid_to > ?)`,
    [above.join(' '), from, on],
  );
  const { count = 0, isCircle = false } = below ?? {};
  guard(count > 0, 'some-below', NONE_BELOW);
  guard(count <= MOST_UNIONS, 'bounded-handover', tooMany(count));
  guard(!isCircle, 'organization_parent_no_circle', CIRCLE);
  return count;
}

async function goOver(
  { em }: Transaction,
  { from, to, effectiveOn, provenance }: UnionHandover,
): Promise<void> {
  const values = [from, to, effectiveOn, JSON.stringify(provenance), AT_ONCE];
  await em.execute('select hand_over_unions(?, ?, ?::date, ?::jsonb, ?)', values);
}

const OTHER_UNION = text('Cần một tổ chức nhận khác.', 'Another union has to take them.');
const NONE_BELOW = text(
  'Từ ngày đó không còn công đoàn nào ở dưới tổ chức này.',
  'No union stands below it from that day on.',
);
const tooMany = (count: number): Text =>
  text(
    `Có ${count} công đoàn ở dưới, mỗi lần chuyển nhiều nhất ${MOST_UNIONS}: hãy đặt bớt từng tổ chức bằng placeUnderParent trước.`,
    `${count} unions stand below it, and at most ${MOST_UNIONS} go over at once: place some by placeUnderParent before.`,
  );
const CIRCLE = text(
  'Tổ chức nhận đang thuộc tổ chức này hoặc cấp dưới của nó: hãy đặt nó dưới cấp trên khác trước.',
  'The union that takes them stands below this one itself: place it under another before.',
);
