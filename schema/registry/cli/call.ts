import { HubError } from '../../contract/errors.js';
import { text, type Text } from '../../contract/text.js';
import type { Desk } from './desk.js';
import type { Paper } from './paper.js';
import { plain } from './plain.js';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** What a command was told. */
export interface Told {
  readonly args: readonly (string | undefined)[];
  /** By the options' names. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Whether programs read the answer. */
  readonly isJson?: boolean;
}

/** One run of a command. */
export class Call {
  constructor(
    readonly desk: Desk,
    readonly paper: Paper,
    private readonly told: Told,
  ) {}

  /** Whether programs read the answer. */
  get isJson(): boolean {
    return this.told.isJson === true;
  }

  /** An argument by its place, from 0 on. */
  arg(place: number): string | undefined {
    return this.told.args[place];
  }

  /** An argument that the parser has made sure of. */
  needed(place: number): string {
    return this.arg(place) ?? '';
  }

  /** The value of an option; nothing when it was not given. */
  option(name: string): string | undefined {
    const value = this.told.options[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** The values of an option that may be given several times. */
  list(name: string): readonly string[] {
    const value = this.told.options[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** Whether a switch is on. */
  flag(name: string): boolean {
    return this.told.options[name] === true;
  }

  /** A file from where the command was called. */
  path(name: string): string {
    return resolve(this.desk.cwd, name);
  }

  /** The text of a file. @throws HubError INVALID_INPUT */
  async file(name: string): Promise<string> {
    return readFile(this.path(name), 'utf8').catch(() => Promise.reject(unreadable(name)));
  }

  /** The text of a file, at once; nothing where there is none. */
  fileIfAny(name: string): string | undefined {
    try {
      return readFileSync(this.path(name), 'utf8');
    } catch {
      return undefined;
    }
  }

  /** Tells whoever watches what goes on; programs are not bothered. */
  progress(words: Text): void {
    if (this.desk.isWatched) this.desk.err(`${this.paper.mark('dim', `… ${this.paper.say(words)}`)}\n`);
  }

  /** Tells what has to be known, beside the answer. */
  warn(words: Text): void {
    this.desk.err(plain(`${this.paper.mark('yellow', '!')} ${this.paper.say(words)}\n`));
  }
}

function unreadable(file: string): HubError {
  return wrongUse(text(`Không đọc được tệp ${file}.`, `The file ${file} cannot be read.`));
}

/** The refusal of what a command was told. */
export function wrongUse(words: Text): HubError {
  return new HubError('INVALID_INPUT', words);
}
