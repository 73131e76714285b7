import { HubError } from '../errors.js';
import { text, type Text } from '../text.js';
import { addressOf, type Address } from './address.js';
import type { KnownRegistry } from './known-registry.js';
import { verifyStatement, type Signed } from './sign.js';
import type { StatementKind, StatementOf } from './statements.js';

/** A release as it travels and is kept: where the channel points, what was composed, and its text. */
export interface Release {
  /** The signed statement POINTED. */
  readonly pointed: string;
  /** The signed statement COMPOSED. */
  readonly composed: string;
  readonly supergraphSdl: string;
}

/** Where a channel was pointed at some time, without the text of the graph. */
export type SignedMove = Pick<Release, 'pointed' | 'composed'>;

/** A move of a channel that is what its registry signed. */
export interface VerifiedMove {
  /** How often the channel had been moved. */
  readonly number: number;
  readonly channel: string;
  /** The composition: two releases with the same one are the same graph. */
  readonly composedId: Address;
  readonly supergraph: Address;
  readonly subgraphs: StatementOf<'COMPOSED'>['subgraphs'];
  /** Coordinates whose protection was knowingly lowered. */
  readonly opened: readonly string[];
  /** Instant at which the channel was moved. */
  readonly pointedAt: string;
}

/** A release that is what its registry signed. */
export interface VerifiedRelease extends VerifiedMove {
  readonly supergraphSdl: string;
}

/** Which moves are accepted. */
export interface MoveTrust {
  readonly channel: string;
  /** Whose moves they are; keys of agencies must not be among its own. */
  readonly registry: KnownRegistry;
  /** The number that was asked for; any other is refused. */
  readonly number?: number;
}

/** Which releases are accepted. */
export interface ReleaseTrust extends MoveTrust {
  /** The number of the release that is held: an older or equal one is refused. */
  readonly after?: number;
}

/** Why a release is refused. */
export type ReleaseRefusal =
  | 'SIGNATURE'
  | 'NOT_A_RELEASE'
  | 'REGISTRY'
  | 'CHANNEL'
  | 'NUMBER'
  | 'OTHER_COMPOSITION'
  | 'TEXT'
  | 'NOT_NEWER';

/** Verifies a release. @throws HubError RELEASE_REFUSED with a {@link ReleaseRefusal} as `reason`. */
export async function verifyRelease(release: Release, trust: ReleaseTrust): Promise<VerifiedRelease> {
  const move = await verifyMove(release, trust);
  const { supergraphSdl } = release;
  if (addressOf(supergraphSdl) !== move.supergraph) throw refused('TEXT');
  if (move.number <= (trust.after ?? 0)) throw refused('NOT_NEWER');
  return { ...move, supergraphSdl };
}

/** Verifies where a channel was pointed. @throws HubError RELEASE_REFUSED with a {@link ReleaseRefusal} as `reason`. */
export async function verifyMove(move: SignedMove, trust: MoveTrust): Promise<VerifiedMove> {
  const pointed = await saidIn(move.pointed, 'POINTED', trust.registry);
  const composed = await saidIn(move.composed, 'COMPOSED', trust.registry);
  const { channel, number, composed: composedId, at } = pointed.statement;
  if (channel !== trust.channel) throw refused('CHANNEL');
  if (number !== (trust.number ?? number)) throw refused('NUMBER');
  if (composedId !== composed.id) throw refused('OTHER_COMPOSITION');
  const { supergraph, subgraphs, opened } = composed.statement;
  return { number, channel, composedId, supergraph, subgraphs, opened, pointedAt: at };
}

async function saidIn<Kind extends StatementKind>(
  jws: string,
  kind: Kind,
  { name, keys }: KnownRegistry,
): Promise<Signed<Kind>> {
  const signed = await verifyStatement(jws, keys).catch((error: unknown) => {
    throw error instanceof HubError ? refused('SIGNATURE') : error;
  });
  const { statement } = signed;
  if (statement.kind !== kind || statement.by !== 'REGISTRY') throw refused('NOT_A_RELEASE');
  if (statement.registry !== name) throw refused('REGISTRY');
  // The kind was just compared, which does not narrow a generic type.
  return { ...signed, statement: statement as StatementOf<Kind> };
}

const REFUSALS: Readonly<Record<ReleaseRefusal, Text>> = {
  SIGNATURE: text(
    'không có chữ ký của sổ đăng ký mà cổng tin cậy',
    'it is not signed by a registry that is trusted here',
  ),
  NOT_A_RELEASE: text('văn bản đã ký không phải bản phát hành', 'what was signed is no release'),
  REGISTRY: text('do sổ đăng ký khác phát hành', 'another registry released it'),
  CHANNEL: text('thuộc kênh khác', 'it belongs to another channel'),
  NUMBER: text('không mang số được hỏi', 'its number is not the one that was asked for'),
  OTHER_COMPOSITION: text('kênh trỏ tới bản hợp nhất khác', 'the channel points at another composition'),
  TEXT: text('siêu đồ thị không đúng địa chỉ đã ký', 'the supergraph is not the text that was signed'),
  NOT_NEWER: text('không mới hơn bản đang giữ', 'it is not newer than the one that is held'),
};

function refused(reason: ReleaseRefusal): HubError {
  const { vi, en } = REFUSALS[reason];
  return new HubError(
    'RELEASE_REFUSED',
    text(`Bản phát hành bị từ chối: ${vi}.`, `The release is refused: ${en}.`),
    { reason },
  );
}
