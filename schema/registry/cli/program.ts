import { text, type Text } from '../../contract/text.js';
import { Call } from './call.js';
import type { Command, CommandArgument, CommandOption } from './command.js';
import { COMMON } from './common.js';
import type { Desk } from './desk.js';
import { GROUPS, TITLES } from './groups.js';
import type { Language } from './language.js';
import { Paper } from './paper.js';
import { Argument, Command as Parser, Option } from 'commander';

/** What a parsed command line asks for. */
export interface Asked {
  readonly command: Command;
  readonly call: Call;
}

/** How the parser speaks, and whom it tells what is asked for. */
export interface ProgramOptions {
  readonly desk: Desk;
  readonly language: Language;
  readonly hasColours: boolean;
  readonly version: string;
  readonly onAsked: (asked: Asked) => Promise<void>;
}

/** The parser of all commands. */
export function programOf(commands: readonly Command[], options: ProgramOptions): Parser {
  const { language, version } = options;
  const program = dressed(new Parser('hub'), options)
    .description(TITLES.hub[language])
    .version(version, '--version', text('số phiên bản', 'the version')[language])
    .addHelpText('after', `\n${TITLES.more[language]}`);
  const groups = new Map<string, Parser>();
  for (const command of commands) {
    const [first = '', second] = command.name.split(' ');
    const parent = second === undefined ? program : groupOf(first, { program, groups, options });
    parent.addCommand(parserOf(command, second ?? first, options));
  }
  return program;
}

interface Grouping {
  readonly program: Parser;
  readonly groups: Map<string, Parser>;
  readonly options: ProgramOptions;
}

function groupOf(name: string, { program, groups, options }: Grouping): Parser {
  const known = groups.get(name);
  if (known) return known;
  const group = dressed(new Parser(name), options).description(GROUPS[name]?.[options.language] ?? '');
  groups.set(name, group);
  program.addCommand(group);
  return group;
}

function parserOf(command: Command, name: string, options: ProgramOptions): Parser {
  const { language, onAsked } = options;
  const parser = dressed(new Parser(name), options).description(command.summary[language]);
  for (const arg of command.args ?? []) parser.addArgument(argumentOf(arg, language));
  for (const option of [...(command.options ?? []), ...COMMON]) parser.addOption(optionOf(option, language));
  parser.addHelpText('after', examplesOf(command, language));
  parser.action(async () => {
    const isJson = parser.opts()['format'] === 'json';
    const told = { args: parser.args, options: byName(command, parser.opts()), isJson };
    const paper = new Paper(language, options.hasColours);
    await onAsked({ command, call: new Call(options.desk, paper, told) });
  });
  return parser;
}

/** Options by the names that the table gives them, whatever the parser makes of those. */
function byName(command: Command, opts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = (command.options ?? []).map(({ name }) => name);
  return Object.fromEntries(
    names.map((name) => [
      name,
      name.startsWith('no-') ? opts[camel(name.slice(3))] === false : opts[camel(name)],
    ]),
  );
}

function camel(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function argumentOf({ name, summary, isOptional }: CommandArgument, language: Language): Argument {
  return new Argument(isOptional ? `[${name}]` : `<${name}>`, summary[language]);
}

function optionOf(option: CommandOption, language: Language): Option {
  const { name, value, summary, isMany, isNeeded, choices } = option;
  const made = new Option(value ? `--${name} <${value}>` : `--${name}`, summary[language]);
  if (choices) made.choices(choices);
  if (isNeeded) made.makeOptionMandatory();
  if (isMany)
    made.argParser((next: string, before: readonly string[] | undefined) => [...(before ?? []), next]);
  return made;
}

function examplesOf({ examples }: Command, language: Language): string {
  const lines = examples.map((example) => `  hub ${example}`);
  return `\n${TITLES.examples[language]}\n${lines.join('\n')}`;
}

/** The parser throws instead of ending the process, and speaks the reader's language. */
function dressed(parser: Parser, { language, hasColours, desk }: ProgramOptions): Parser {
  const paper = new Paper(language, hasColours);
  return parser
    .exitOverride()
    .configureOutput({
      writeOut: (words) => desk.out(words),
      writeErr: (words) => desk.err(words),
      outputError: () => undefined,
    })
    .helpOption('-h, --help', text('trợ giúp', 'help')[language])
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => paper.mark('bold', titled(title, language)),
      styleCommandText: (name) => paper.mark('cyan', name),
      subcommandTerm: (command) => command.name(),
      optionDescription: ({ description }) => description,
    });
}

function titled(title: string, language: Language): string {
  const known: Readonly<Record<string, Text>> = TITLES.sections;
  return known[title]?.[language] ?? title;
}
