import { text, type Text } from '../../../schema/contract/text.js';
import type { Run } from './run/run.js';
import { WORDS } from './words.js';

/** What a run says of itself. */
export function stateOf(run: Run): Text {
  return STATES[run.phase](run);
}

const STATES: { readonly [Phase in Run['phase']]: (run: Run) => Text } = {
  running: progressOf,
  over: ({ form, events, problem, ...run }) => {
    const failed = run.answer?.errors?.length ?? 0;
    if (form === 'event') return joined(endOf(problem !== null), eventsIn(events.count));
    if (problem !== null && failed === 0) return joined(lackOf(run), timeOf(run));
    return joined(failed === 0 ? ANSWERED : errorsIn(failed), timeOf(run));
  },
  stopped: ({ form, events }) => (form === 'event' ? joined(STOPPED, eventsIn(events.count)) : STOPPED),
};

const ANSWERED = text('Đã trả lời', 'Answered');
const NO_ANSWER = text('Không có trả lời', 'No answer');
const BROKEN_OFF = text('Bị ngắt', 'Broken off');
const ENDED = text('Đã kết thúc', 'Ended');
const STOPPED = text('Đã dừng', 'Stopped');

function progressOf({ form, events, partCount }: Run): Text {
  if (form === 'event') return joined(text('Đang theo dõi', 'Listening'), eventsIn(events.count));
  if (partCount === 0) return WORDS.running;
  return text(
    `Đã nhận ${partCount} phần, còn nữa…`,
    `${partCount} ${plural('part', partCount)} came, more follow…`,
  );
}

function endOf(isProblem: boolean): Text {
  return isProblem ? BROKEN_OFF : ENDED;
}

/** What is wrong with an answer of which not all came. */
function lackOf({ partCount }: Pick<Run, 'partCount'>): Text {
  return partCount === 0 ? NO_ANSWER : BROKEN_OFF;
}

/** How many errors there are, in words. */
export function errorsIn(count: number): Text {
  return text(`Có ${count} lỗi`, `${count} ${plural('error', count)}`);
}

function eventsIn(count: number): Text {
  return text(`${count} sự kiện`, `${count} ${plural('event', count)}`);
}

/** What the page no longer has of a subscription, in words. */
export function eventsDropped(count: number): Text {
  return text(
    `${count} sự kiện cũ hơn không còn được giữ.`,
    `${count} older ${plural('event', count)} ${count === 1 ? 'is' : 'are'} no longer kept.`,
  );
}

function timeOf({ milliseconds }: Pick<Run, 'milliseconds'>): Text {
  return text(`${milliseconds} ms`, `${milliseconds} ms`);
}

function joined(first: Text, second: Text): Text {
  return text(`${first.vi} · ${second.vi}`, `${first.en} · ${second.en}`);
}

function plural(word: string, count: number): string {
  return count === 1 ? word : `${word}s`;
}
