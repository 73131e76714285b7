import { Pool } from 'undici';

/** What a client sends. */
export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly token?: string;
  readonly accept?: string;
}

/** What a client gets. */
export interface Received {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** A client that asks by HTTP. */
export class Asker {
  private readonly pool: Pool;

  /** @param connections Unit: connections. */
  constructor(url: string, connections: number) {
    this.pool = new Pool(url, { connections, bodyTimeout: 0, headersTimeout: 0 });
  }

  /** @throws Error when no answer comes, or the client leaves. */
  async ask(question: Question, signal: AbortSignal): Promise<Received> {
    const { statusCode: status, headers, body } = await this.begin(question, signal);
    return { status, type: String(headers['content-type']), text: await body.text() };
  }

  /** The answer as it begins. @throws Error when none comes, or the client leaves. */
  begin({ token, accept, ...asked }: Question, signal: AbortSignal) {
    return this.pool.request({
      method: 'POST',
      path: '/graphql',
      headers: {
        'content-type': 'application/json',
        ...(accept && { accept }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(asked),
      signal,
    });
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }
}
