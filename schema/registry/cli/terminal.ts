import type { Desk } from './desk.js';
import { createInterface } from 'node:readline/promises';

/** The desk of a process at a terminal, or in a script. */
export function terminalDesk(process: NodeJS.Process): Desk {
  const { stdin, stdout, stderr } = process;
  let ending: AbortController | undefined;
  return {
    cwd: process.cwd(),
    env: process.env,
    out: (words) => void stdout.write(words),
    err: (words) => void stderr.write(words),
    isTerminal: stdout.isTTY,
    isWatched: stderr.isTTY,
    ...(stdin.isTTY && stderr.isTTY && { ask: (question: string) => answerTo(question, process) }),
    now: () => new Date(),
    /** Whoever asks for it ends by it; all other commands are ended by the signals themselves. */
    get signal() {
      ending ??= endedBySignals(process);
      return ending.signal;
    },
  };
}

function endedBySignals(process: NodeJS.Process): AbortController {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());
  return ending;
}

async function answerTo(question: string, { stdin: input, stderr: output }: NodeJS.Process): Promise<string> {
  const lines = createInterface({ input, output });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}
