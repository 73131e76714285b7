import { HubError } from '../../contract/errors.js';
import type { Desk } from './desk.js';
import { COMMANDS } from './commands.js';
import { EXIT, exitOf, type ExitCode } from './exit.js';
import { failureOf } from './failure.js';
import { languageOf, LANGUAGES, type Language } from './language.js';
import { Paper } from './paper.js';
import { plain } from './plain.js';
import { programOf, type Asked } from './program.js';
import { wordsOf } from './wrong-use.js';
import { CommanderError } from 'commander';

/** The version of the command line: that of the project. */
const VERSION = '0.1.0';

/** Runs one command line, without `hub` itself, and answers its exit code. */
export async function runHub(args: readonly string[], desk: Desk): Promise<ExitCode> {
  const language = languageIn(args, desk);
  const run: Run = {
    desk,
    language,
    isJson: valueIn(args, 'format') === 'json',
    hasColours: coloured(args, desk),
  };
  let exit: ExitCode = EXIT.FINE;
  const onAsked = async (asked: Asked): Promise<void> => {
    exit = await answered(asked, run);
  };
  const program = programOf(COMMANDS, { ...run, version: VERSION, onAsked });
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : [...args], { from: 'user' });
    return exit;
  } catch (error) {
    return told(error, run, nameIn(args));
  }
}

interface Run {
  readonly desk: Desk;
  readonly language: Language;
  readonly isJson: boolean;
  readonly hasColours: boolean;
}

async function answered({ command, call }: Asked, run: Run): Promise<ExitCode> {
  try {
    const { exit = EXIT.FINE, result, page, isTold } = await command.run(call);
    if (isTold) return exit;
    if (run.isJson) run.desk.out(json({ command: command.name, ok: exit === EXIT.FINE, exit, result }));
    else run.desk.out(lines(page(call.paper)));
    return exit;
  } catch (error) {
    return told(error, run, command.name);
  }
}

/** Tells a failure where it is looked for: programs read it in the answer, people beside it. */
function told(error: unknown, run: Run, command: string): ExitCode {
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.FINE;
  if (error instanceof CommanderError && error.code === HELP_WAS_SHOWN) return EXIT.WRONG_USE;
  if ((error as Error).name === 'AbortError') return EXIT.ENDED;
  const hubError = hubErrorOf(error);
  if (!hubError) return failed(error, run);
  const exit = exitOf(hubError.code);
  const { code, text: message, details } = hubError;
  const failure = { ...details, code, message };
  if (run.isJson) run.desk.out(json({ command, ok: exit === EXIT.FINE, exit, error: failure }));
  else run.desk.err(lines(failureOf(hubError, new Paper(run.language, run.hasColours))));
  return exit;
}

/** A fault of the command itself: who mends it needs to see where. */
function failed(error: unknown, { desk }: Run): ExitCode {
  desk.err(lines(error instanceof Error ? String(error.stack) : String(error)));
  return EXIT.FAILED;
}

/** A group was called without any of its commands. */
const HELP_WAS_SHOWN = 'commander.help';

function hubErrorOf(error: unknown): HubError | undefined {
  if (error instanceof HubError) return error;
  return error instanceof CommanderError ? new HubError('INVALID_INPUT', wordsOf(error)) : undefined;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function lines(page: string): string {
  return page === '' ? '' : `${plain(page)}\n`;
}

function valueIn(args: readonly string[], name: string): string | undefined {
  const place = args.indexOf(`--${name}`);
  if (place >= 0) return args[place + 1];
  return args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}

function languageIn(args: readonly string[], { env }: Desk): Language {
  const asked = valueIn(args, 'lang');
  return LANGUAGES.find((language) => language === asked) ?? languageOf(env);
}

/** Source: https://no-color.org */
function coloured(args: readonly string[], { isTerminal, env }: Desk): boolean {
  return isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb' && !args.includes('--no-color');
}

function nameIn(args: readonly string[]): string {
  return args
    .filter((arg) => !arg.startsWith('-'))
    .slice(0, 2)
    .join(' ');
}
