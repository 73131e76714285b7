import { projectPath } from '../../../schema/contract/project.js';
import { readFileSync } from 'node:fs';

/** A block of code of the guide: its language, then what it is for. */
interface Block {
  readonly info: readonly string[];
  readonly code: string;
}

/** The guide for a new agency, as somebody reads it who does literally what it says. */
export class Guide {
  readonly #blocks: readonly Block[];

  /** @param words what stands in the place of the guide's own words, such as its port */
  constructor(words: Readonly<Record<string, string>>) {
    const markdown = readFileSync(projectPath('docs', 'agency-guide.md'), 'utf8');
    const written = Object.entries(words).reduce((text, [from, to]) => text.replaceAll(from, to), markdown);
    this.#blocks = [...written.matchAll(/^```(\w+ .+)\n([\s\S]*?)^```$/gm)].map(
      ([, info = '', code = '']) => ({
        info: info.split(' '),
        code,
      }),
    );
  }

  /** The contents of a file that the guide shows. */
  file(name: string): string {
    return this.#only(({ info }) => info[1] === name).code;
  }

  /** The command that begins with these words, as a script for a shell. */
  script(office: string, beginning: string): string {
    return this.#only(({ info, code }) => info.join(' ') === `sh ${office}` && code.startsWith(beginning))
      .code;
  }

  #only(fits: (block: Block) => boolean): Block {
    const [found, ...more] = this.#blocks.filter(fits);
    if (!found || more.length > 0) throw new Error('The guide has no such block, or several.');
    return found;
  }
}
