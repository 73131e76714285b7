import { FetchFailure } from '../fetch-failure.js';
import { StringDecoder } from 'node:string_decoder';

/** One event of a stream of server-sent events. */
export interface SentEvent {
  /** Name of the event; empty where it has none. */
  readonly name: string;
  readonly data: string;
}

const LINE_END = /\r\n|\n|\r/;

/**
 * Reads server-sent events out of the pieces in which they come.
 *
 * Source: HTML standard, section 9.2.6 "Interpreting an event stream"; an event without data counts too, since that is
 * how some servers write the end.
 */
export class EventParser {
  private readonly decoder = new StringDecoder('utf8');
  /** The beginning of a line whose end has not come. */
  private rest = '';
  /** Whether the last piece ended with what may be half of a line end. */
  private isHalfEnd = false;
  private name = '';
  private data: string[] = [];
  private size = 0;

  /** @param maxSize longest event. Unit: characters. */
  constructor(private readonly maxSize: number) {}

  /** Takes a piece, and tells of each event that is complete with it. @throws FetchFailure when one is too long. */
  take(bytes: Buffer, tell: (event: SentEvent) => void): void {
    const pieces = this.textOf(bytes).split(LINE_END);
    const last = pieces.pop() ?? '';
    for (const piece of pieces) this.line(this.whole(piece)).forEach(tell);
    this.rest += last;
    if (this.rest.length > this.maxSize) throw this.tooLong();
  }

  /** A carriage return ends a line at once; a line feed that follows it belongs to it. */
  private textOf(bytes: Buffer): string {
    const text = this.decoder.write(bytes);
    if (text === '') return text;
    const isSecondHalf = this.isHalfEnd && text.startsWith('\n');
    this.isHalfEnd = text.endsWith('\r');
    return isSecondHalf ? text.slice(1) : text;
  }

  /** What came before is not looked through again: a line may come in very many pieces. */
  private whole(piece: string): string {
    const line = this.rest + piece;
    this.rest = '';
    return line;
  }

  private line(line: string): readonly SentEvent[] {
    if (line === '') return this.event();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.name = value;
    if (field === 'data') this.add(value);
    return [];
  }

  private add(value: string): void {
    this.size += value.length + 1;
    if (this.size > this.maxSize) throw this.tooLong();
    this.data.push(value);
  }

  private event(): readonly SentEvent[] {
    const { name, data } = this;
    this.name = '';
    this.data = [];
    this.size = 0;
    return name === '' && data.length === 0 ? [] : [{ name, data: data.join('\n') }];
  }

  private tooLong(): FetchFailure {
    return new FetchFailure('too-large');
  }
}
