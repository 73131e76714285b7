import type { Address } from '../contract/release/address.js';
import { HubError } from '../contract/errors.js';
import { verifyStatement, type Signed } from '../contract/release/sign.js';
import type { LogEntry } from '../contract/release/wire.js';
import { text } from '../contract/text.js';
import type { OnStep } from './checks/input.js';
import type { CheckReport } from './checks/report.js';
import type { CheckQuestion, StatementAnswer } from './client/registry-client.js';
import { assertAuthority } from './deciding/authority.js';
import { decide, takesCheck } from './deciding/decide.js';
import type { Answer, Tools } from './deciding/deciding.js';
import { judged, lawOf, servedOn } from './deciding/proposal.js';
import { assertTheirs } from './deciding/publish.js';
import { withoutGraph } from './deciding/refusals.js';
import { reportOf } from './ledger/answers.js';
import { Lane } from './ledger/lane.js';
import { StateMovedError } from './ledger/ledger.js';
import { cameWith } from './ledger/texts.js';
import type { RegistryParts } from './parts.js';
import { toolsOf } from './tools.js';

/** A statement as it is sent to the registry. */
export interface Submission {
  readonly jws: string;
  /** Texts by their addresses. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Whether it is only judged. */
  readonly isDryRun?: boolean;
  readonly onStep?: OnStep;
}

/** A statement whose signature is right. */
interface Sent extends Submission {
  readonly signed: Signed;
  /** The agency or role whose key signed it. */
  readonly asker: string;
}

/**
 * Decides on what agencies, operators and gateways say. What is taken is written to the log at once with all that
 * follows from it; what is refused leaves no trace. The same statement sent again is answered as it was the first time.
 */
export class Registry {
  readonly #parts: RegistryParts;
  /** Checks take seconds: what needs none does not wait for them. */
  readonly #checked = new Lane(CHECKED_ROOM);
  readonly #quick = new Lane(QUICK_ROOM);
  /** Decisions that are being made, by their statements: whoever sends one again meanwhile waits for the same. */
  readonly #underWay = new Map<Address, Promise<StatementAnswer>>();

  constructor(parts: RegistryParts) {
    this.#parts = parts;
  }

  /**
   * Takes a signed statement.
   *
   * @throws HubError INVALID_STATEMENT, UNTRUSTED_STATEMENT, NOT_YOURS, NOT_FOUND, CHECK_FAILED, STALE_BASE,
   * ALREADY_DONE or TRY_AGAIN.
   */
  async submit(submission: Submission): Promise<StatementAnswer> {
    const { ledger } = this.#parts;
    await ledger.catchUp();
    const signed = await verifyStatement(submission.jws, (kid) => ledger.state.keys.get(kid)?.publicJwk);
    const sent = { ...submission, signed, asker: ledger.state.keys.get(signed.kid)?.owner ?? '' };
    const former = await this.#formerly(signed.id);
    if (former) return former;
    // What changes nothing keeps nobody waiting but others who check.
    if (submission.isDryRun && takesCheck(signed.statement)) return this.#decided(sent);
    return submission.isDryRun ? this.#inTurn(sent) : this.#once(sent);
  }

  /** Judges what an agency would publish. @throws HubError NOT_YOURS, NOT_FOUND or TRY_AGAIN. */
  async check(question: CheckQuestion, agency: string, onStep?: OnStep): Promise<CheckReport> {
    const { channel, subgraph, url, sdl, accepts = [] } = question;
    const { state } = this.#parts.ledger;
    const tools = toolsOf(this.#parts, state, { came: new Map(), asker: agency });
    assertTheirs(await tools.law(lawOf(state)), subgraph, agency);
    const others = servedOn(state, channel).filter((each) => each.subgraph !== subgraph);
    const proposed = { subgraph, agency, url, sdl };
    return withoutGraph(await judged({ channel, proposed, others, accepts }, { state, tools, onStep }));
  }

  async #formerly(id: Address): Promise<StatementAnswer | undefined> {
    const entries = await this.#parts.store.decisionOf(id);
    if (entries.length === 0) return undefined;
    const address = reportOf(entries);
    const written = address && (await this.#parts.store.text(address));
    const report = written ? (JSON.parse(written) as CheckReport) : undefined;
    return { ...(await this.#answered(entries, report)), isRepeated: true };
  }

  async #once(sent: Sent): Promise<StatementAnswer> {
    const { id } = sent.signed;
    const same = this.#underWay.get(id);
    if (same) return { ...(await same), isRepeated: true };
    const deciding = this.#inTurn(sent).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, deciding);
    return deciding;
  }

  #inTurn(sent: Sent): Promise<StatementAnswer> {
    const lane = takesCheck(sent.signed.statement) ? this.#checked : this.#quick;
    return lane.run(() => this.#decided(sent), sent.asker);
  }

  async #decided({ signed, asker, ...submission }: Sent): Promise<StatementAnswer> {
    const came = cameWith(submission.texts ?? {});
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const former = await this.#formerly(signed.id);
      if (former) return former;
      const { state } = this.#parts.ledger;
      const tools = toolsOf(this.#parts, state, { came, asker });
      assertAuthority(state, signed, tools.now);
      const { id, kid, statement } = signed;
      const answer = await decide({ state, id, kid, statement, tools, onStep: submission.onStep });
      if (submission.isDryRun) return { entries: [], report: answer.report && withoutGraph(answer.report) };
      const entries = await this.#written(signed, answer, tools);
      if (entries) return this.#answered(entries, answer.report && withoutGraph(answer.report));
    }
    throw new HubError('TRY_AGAIN', MOVING, { reason: 'BUSY' });
  }

  /** Nothing when the state has moved meanwhile. */
  async #written(signed: Signed, answer: Answer, tools: Tools): Promise<readonly LogEntry[] | undefined> {
    const sent = await Promise.all(
      answer.texts.map(async (address) => [address, await tools.text(address)] as const),
    );
    const statements = [signed, ...answer.follow];
    const texts = new Map([...sent, ...answer.made]);
    const written = { statements, texts, decidedAt: tools.now };
    return this.#parts.ledger.write(tools.state, written).catch((error: unknown) => {
      if (error instanceof StateMovedError) return undefined;
      throw error;
    });
  }

  async #answered(entries: readonly LogEntry[], report?: CheckReport): Promise<StatementAnswer> {
    const release = await this.#parts.releases.of(entries);
    return {
      entries: entries.map(({ seq, id, kind }) => ({ seq, id, kind })),
      ...(report && { report }),
      ...(release && { channel: release }),
    };
  }
}

/** Unit: statements of one agency or role that may wait and take a check. */
const CHECKED_ROOM = 4;
/** Unit: statements of one agency or role that may wait and take none. */
const QUICK_ROOM = 64;
/** How often a decision is made anew because the state moved meanwhile. */
const ATTEMPTS = 5;

const MOVING = text(
  'Trạng thái thay đổi liên tục trong lúc quyết định; hãy gửi lại.',
  'The state kept changing while this was decided; send it again.',
);
