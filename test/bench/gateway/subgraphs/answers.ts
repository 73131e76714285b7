import { answerOf, type Asked } from './answer.js';
import { CATALOGUE } from './catalogue.js';
import type { Call } from './recorder.js';

/** Answers that are kept, each by its request. Unit: requests. */
const KEPT = 5_000;

const AT_PATH = new Map(CATALOGUE.map((subgraph) => [`/${subgraph.name}`, subgraph]));

/** Answers of all subgraphs, as HTTP sends them; what was asked before is not worked out again. */
export class Answers {
  readonly #kept = new Map<string, Buffer>();

  of({ path, body }: Call): Buffer {
    const key = path + body;
    const found = this.#kept.get(key);
    if (found) return found;
    const answer = written(path, body);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, answer);
    return answer;
  }
}

function written(path: string, body: string): Buffer {
  try {
    return response('200 OK', JSON.stringify(answered(path, body)));
  } catch (error) {
    return response('500 Internal Server Error', JSON.stringify({ errors: [{ message: String(error) }] }));
  }
}

function response(status: string, body: string): Buffer {
  const length = Buffer.byteLength(body);
  return Buffer.from(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`,
  );
}

function answered(path: string, body: string): unknown {
  const subgraph = AT_PATH.get(path);
  if (!subgraph) throw new Error(`No subgraph lies at ${path}.`);
  const asked = JSON.parse(body) as Asked | readonly Asked[];
  return Array.isArray(asked)
    ? asked.map((each: Asked) => answerOf(subgraph, each))
    : answerOf(subgraph, asked as Asked);
}
