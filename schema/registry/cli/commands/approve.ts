import { addressOf, ADDRESS, type Address } from '../../../contract/release/address.js';
import { RIGHTS, type Right } from '../../../contract/release/statements.js';
import { text, type Text } from '../../../contract/text.js';
import { RIGHT_WORDS } from '../../ownership/right.js';
import { wrongUse, type Call } from '../call.js';
import type { Command } from '../command.js';
import { instantOf } from '../instants.js';
import { DRY_RUN, reaching, REACH_OPTIONS, REASON, say, whoIs, type Reach } from '../reach.js';
import { answered } from '../show/answer.js';

/** `hub approve`: an owner lets another agency do something with what it owns. */
export const APPROVE: Command = {
  name: 'approve',
  summary: text(
    'chủ quản cho phép cơ quan khác mở rộng, cần đến hoặc thay đổi phần của mình',
    'an owner lets another agency extend, require or change what it owns',
  ),
  options: [
    {
      name: 'to',
      value: 'agency',
      isNeeded: true,
      summary: text('cơ quan được phép', 'the agency that may'),
    },
    {
      name: 'right',
      value: 'right',
      isMany: true,
      summary: text(
        `quyền cho --on đi sau nó: ${RIGHTS.join(', ')}`,
        `the right on the --on that follows: ${RIGHTS.join(', ')}`,
      ),
    },
    {
      name: 'on',
      value: 'coordinate',
      isMany: true,
      summary: text('Type, Type.field hoặc Type.*', 'Type, Type.field or Type.*'),
    },
    {
      name: 'extend',
      value: 'type',
      isMany: true,
      summary: text('như --right EXTEND --on', 'the same as --right EXTEND --on'),
    },
    {
      name: 'until',
      value: 'day',
      summary: text('hết hiệu lực từ ngày này', 'ends with the beginning of this day'),
    },
    {
      name: 'sdl',
      value: 'file|address',
      summary: text('chỉ cho đúng văn bản SDL này', 'for this one SDL only'),
    },
    {
      name: 'agency',
      value: 'name',
      summary: text('chủ quản mà khoá phải thuộc về', 'the owner that the key has to belong to'),
    },
    REASON,
    ...REACH_OPTIONS,
    DRY_RUN,
  ],
  examples: [
    'approve --to insurance --extend Enterprise --reason "công khai nợ bảo hiểm"',
    'approve --to insurance --right REQUIRE --on \'Enterprise.registrationNumber\' --until 2027-01-01 --reason "…"',
  ],
  run: (call) =>
    reaching(call, async (reach) => {
      await requireAgency(call, reach);
      const until = call.option('until');
      const said = {
        kind: 'APPROVED' as const,
        to: call.option('to') ?? '',
        rights: rightsOf(call),
        ...(until !== undefined && { until: instantOf(until) }),
        sdl: await sdlOf(call),
        reason: call.option('reason') ?? '',
      };
      return answered(await say(call, reach, said));
    }),
};

async function requireAgency(call: Call, { registry, key }: Reach): Promise<void> {
  const agency = call.option('agency');
  if (agency === undefined) return;
  const owner = await whoIs(registry, key);
  if (owner !== agency)
    throw wrongUse(
      text(`Khoá này là của ${owner}, không phải ${agency}.`, `This key is ${owner}'s, not ${agency}'s.`),
    );
}

interface Granted {
  readonly right: Right;
  readonly coordinate: string;
}

function rightsOf(call: Call): Granted[] {
  const [rights, places] = [call.list('right'), call.list('on')];
  if (rights.length !== places.length) throw wrongUse(UNPAIRED);
  const pairs = rights.map((right, place) => ({ right: rightNamed(right), coordinate: places[place] ?? '' }));
  const extended = call.list('extend').map((coordinate) => ({ right: 'EXTEND' as const, coordinate }));
  const all = [...pairs, ...extended];
  if (all.length === 0) throw wrongUse(UNPAIRED);
  return all;
}

function rightNamed(given: string): Right {
  const right = RIGHTS.find((each) => each === given.toUpperCase());
  if (right) return right;
  throw wrongUse(
    text(
      `Không có quyền ${given}; có: ${knownRights('vi')}.`,
      `There is no right ${given}; there are: ${knownRights('en')}.`,
    ),
  );
}

function knownRights(language: keyof Text): string {
  return RIGHTS.map((each) => `${each} (${RIGHT_WORDS[each][language]})`).join(', ');
}

const UNPAIRED = text(
  'Cần ít nhất một --extend Type, hoặc mỗi --right một --on.',
  'At least one --extend Type is needed, or one --on for each --right.',
);

async function sdlOf(call: Call): Promise<Address | undefined> {
  const given = call.option('sdl');
  if (given === undefined) return undefined;
  const address = ADDRESS.safeParse(given);
  return address.success ? address.data : addressOf(await call.file(given));
}
