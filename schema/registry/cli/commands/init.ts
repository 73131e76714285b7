import { newKey, writeKeyFile, type NewKey } from '../../../contract/release/keys.js';
import { text } from '../../../contract/text.js';
import type { CheckReport } from '../../checks/report.js';
import type { Call } from '../call.js';
import type { Command, Outcome } from '../command.js';
import { EXIT } from '../exit.js';
import { blanksOf } from '../init/answers.js';
import { filesOf, type Blanks } from '../init/template.js';
import { place } from '../init/place.js';
import { install, testsOf, type Tests } from '../init/tests.js';
import { checkOffline, OFFLINE_OPTIONS } from '../local/check-offline.js';
import type { Paper } from '../paper.js';
import { DRY_RUN } from '../reach.js';
import { reportPage } from '../show/report.js';
import { join } from 'node:path';

/** `hub init`: a new agency's subgraph, which runs, is tested and checked at once. */
export const INIT: Command = {
  name: 'init',
  summary: text(
    'phân hệ mới của một cơ quan từ mẫu: tệp, khoá, cài đặt, kiểm thử và kiểm tra ngay',
    "a new agency's subgraph from a template: files, key, installed, tested and checked at once",
  ),
  args: [
    {
      name: 'folder',
      isOptional: true,
      summary: text(
        'thư mục trống hoặc chưa có; nếu không: nơi gọi lệnh',
        'an empty or new folder; else where it is called',
      ),
    },
  ],
  options: [
    { name: 'agency', value: 'name', summary: text('tên ngắn của cơ quan', 'short name of the agency') },
    {
      name: 'subgraph',
      value: 'name',
      summary: text('tên phân hệ; nếu không: như cơ quan', 'name of the subgraph; else the agency’s'),
    },
    { name: 'title-vi', value: 'text', summary: text('tên tiếng Việt', 'title in Vietnamese') },
    { name: 'title-en', value: 'text', summary: text('tên tiếng Anh', 'title in English') },
    {
      name: 'port',
      value: 'number',
      summary: text('cổng TCP khi chạy; nếu không: 4020', 'TCP port it runs on; else 4020'),
    },
    {
      name: 'url',
      value: 'url',
      summary: text('nơi cổng sẽ gọi phân hệ', 'where the gateway will reach it'),
    },
    { name: 'registry', value: 'url', summary: text('địa chỉ sổ đăng ký', 'address of the registry') },
    {
      name: 'channel',
      value: 'name',
      summary: text('kênh; nếu không: production', 'the channel; else production'),
    },
    { name: 'yes', summary: text('không hỏi gì', 'asks nothing') },
    { name: 'no-install', summary: text('không chạy npm install', 'does not run npm install') },
    ...OFFLINE_OPTIONS.filter(({ name }) => name !== 'offline'),
    DRY_RUN,
  ],
  examples: [
    'init insurance --title-vi "Bảo hiểm xã hội Việt Nam" --title-en "Vietnam Social Security"',
    'init --yes --no-install',
  ],
  async run(call) {
    const folder = call.path(call.arg(0) ?? '.');
    const blanks = await blanksOf(call, folder);
    const files = filesOf(blanks);
    const key = newKey();
    if (call.flag('dry-run'))
      return planned(
        folder,
        files.map(({ path }) => path),
      );
    await place(folder, files);
    writeKeyFile(join(folder, 'hub.key.json'), key.privateJwk);
    const installed = call.flag('no-install') ? null : await install(call, folder);
    const tests = await testsOf(call, folder);
    const report = await checkedAtOnce(
      call,
      blanks,
      files.find(({ path }) => path === 'schema.graphql')?.contents,
    );
    return made({ folder, blanks, key, installed, tests, report });
  },
};

function checkedAtOnce(call: Call, blanks: Blanks, sdl = ''): Promise<CheckReport> {
  call.progress(text('Kiểm tra với đồ thị', 'Checking against the graph'));
  const { subgraph, url, channel } = blanks;
  return checkOffline(call, { subgraph, url, channel, sdl }, blanks);
}

function planned(folder: string, files: readonly string[]): Outcome {
  return { result: { folder, files }, page: () => [folder, ...files.map((file) => `  ${file}`)].join('\n') };
}

interface Made {
  readonly folder: string;
  readonly blanks: Blanks;
  readonly key: NewKey;
  /** Null when it was not wanted. */
  readonly installed: boolean | null;
  readonly tests: Tests;
  readonly report: CheckReport;
}

function made({ folder, blanks, key, installed, tests, report }: Made): Outcome {
  const isFine = report.passed && installed !== false && tests.state !== 'FAILED';
  const { kid, publicJwk } = key;
  const { composition: _, ...check } = report;
  return {
    exit: isFine ? EXIT.FINE : EXIT.REFUSED,
    result: {
      folder,
      agency: blanks.agency,
      subgraph: blanks.subgraph,
      kid,
      publicJwk,
      installed,
      tests,
      check,
    },
    page: (paper) =>
      [
        `${paper.mark('green', '✓')} ${folder}`,
        ...(installed === false ? [`${paper.mark('red', '✗')} npm install`] : []),
        testsLine(tests, paper),
        reportPage(report, paper, { file: 'schema.graphql' }),
        paper.say(NEXT),
        `  hub keys add --agency ${blanks.agency} --public '${JSON.stringify(publicJwk)}'`,
      ].join('\n'),
  };
}

function testsLine({ state, output }: Tests, paper: Paper): string {
  const words = { PASSED: ['green', '✓'], FAILED: ['red', '✗'], SKIPPED: ['dim', '·'] } as const;
  const [style, mark] = words[state];
  return `${paper.mark(style, mark)} node --test: ${state}${state === 'FAILED' ? `\n${output}` : ''}`;
}

const NEXT = text(
  'Tiếp theo: hub dev để phát triển. Đơn vị vận hành ghi nhận khoá công khai bằng lệnh:',
  'Next: hub dev to develop. The operator makes the public key known by:',
);
