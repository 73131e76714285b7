import { text } from '../../../contract/text.js';
import type { CheckReport } from '../../checks/report.js';
import type { Call } from '../call.js';
import type { Command, Outcome } from '../command.js';
import { EXIT } from '../exit.js';
import { checkOffline, OFFLINE_OPTIONS } from '../local/check-offline.js';
import { PROPOSAL_OPTIONS, proposalOf, type Proposed } from '../proposal.js';
import { reaching, REACH_OPTIONS } from '../reach.js';
import { reportPage } from '../show/report.js';

/** `hub check`: what would happen if this SDL were published. */
export const CHECK: Command = {
  name: 'check',
  summary: text(
    'kiểm tra SDL với đồ thị thật: hợp nhất, sở hữu, quy ước, bảo vệ, riêng tư, ứng dụng đang dùng',
    'checks the SDL against the real graph: composition, ownership, conventions, access, privacy, clients in use',
  ),
  options: [...PROPOSAL_OPTIONS, ...REACH_OPTIONS, ...OFFLINE_OPTIONS],
  examples: ['check', 'check --channel staging --format json', 'check --offline'],
  run: async (call) => reported(await checked(call, await proposalOf(call)), call),
};

interface Checked {
  readonly report: CheckReport;
  readonly file: string;
}

/** Checks a proposal where the call says: at the registry, or against files. */
export async function checked(call: Call, proposed: Proposed): Promise<Checked> {
  const { file, ...question } = proposed;
  if (call.flag('offline')) return { file, report: await checkOffline(call, question) };
  const report = await reaching(call, ({ registry }) =>
    registry.check(question, ({ check, durationMs, findings }) =>
      call.progress(
        text(
          `${check}: ${findings} phát hiện, ${durationMs} ms`,
          `${check}: ${findings} findings, ${durationMs} ms`,
        ),
      ),
    ),
  );
  return { file, report };
}

function reported({ report, file }: Checked, { desk }: Call): Outcome {
  const { composition: _, ...result } = report;
  return {
    exit: report.passed ? EXIT.FINE : EXIT.REFUSED,
    result: { file, checkedAt: desk.now().toISOString(), ...result },
    page: (paper) => reportPage(report, paper, { file }),
  };
}
