import { text } from '../../../contract/text.js';
import type { Call } from '../call.js';
import { plain } from '../plain.js';
import type { Fault } from './recompose.js';

/** What happens while a subgraph is developed; one JSON line each where programs read. */
export type News =
  | { readonly event: 'COMPOSED'; readonly ms: number }
  | {
      readonly event: 'REFUSED';
      readonly ms: number;
      readonly file: string;
      readonly faults: readonly Fault[];
    }
  | { readonly event: 'GATEWAY'; readonly url: string }
  | { readonly event: 'SAID'; readonly by: string; readonly line: string };

/** Tells what happens, to people or to programs. */
export function tell(call: Call, news: News): void {
  const words = call.isJson ? JSON.stringify(news) : plain(pageOf(call, news));
  call.desk.out(`${words}\n`);
}

function pageOf(call: Call, news: News): string {
  const { paper, desk } = call;
  const time = paper.mark('dim', desk.now().toTimeString().slice(0, 8));
  if (news.event === 'COMPOSED')
    return `${time} ${paper.mark('green', '✓')} ${paper.say(text('đã hợp nhất', 'composed'))} (${news.ms} ms)`;
  if (news.event === 'GATEWAY')
    return `${time} ${paper.mark('green', '✓')} ${paper.mark('bold', `${news.url}/`)}`;
  if (news.event === 'SAID') return `${time} ${paper.mark('dim', `[${news.by}]`)} ${news.line}`;
  return [
    `${time} ${paper.mark('red', '✗')} ${paper.say(KEPT)} (${news.ms} ms)`,
    ...news.faults.map((fault) => faultPage(call, news.file, fault)),
  ].join('\n');
}

function faultPage({ paper }: Call, file: string, { code, message, remedy, patch, line }: Fault): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return [
    `  ${paper.mark('cyan', place)} ${paper.mark('bold', code)} ${paper.say(message)}`,
    `    ${paper.mark('green', '→')} ${paper.say(remedy)}`,
    ...(patch ? [patch.replaceAll(/^/gm, '      ')] : []),
  ].join('\n');
}

const KEPT = text(
  'không hợp nhất được, bản trước vẫn phục vụ',
  'it does not compose; the former one serves on',
);
