import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PublicBody } from '../borrowed.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { MediaProgramme } from './media-programme.entity.js';
import { OfficialChannel } from './official-channel.entity.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Reads whose channel it is, and who runs it. */
@Resolver(() => OfficialChannel)
export class OfficialChannelResolver {
  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Của tổ chức công đoàn nào', 'The union whose channel it is.'),
  })
  organization(
    @Root() { organization }: OfficialChannel,
    @Ctx() { read }: SubgraphContext,
  ): Promise<UnionOrganization | null> {
    return read.byKey(UnionOrganization, organization);
  }

  @FieldResolver(() => PublicBody, {
    nullable: true,
    description: both(
      'Đài, cơ quan vận hành kênh; trống khi tổ chức tự vận hành',
      'The station that runs it; null when the union does so itself.',
    ),
  })
  operator(@Root() { operator }: OfficialChannel): Borrowed | null {
    return operator === null ? null : borrowRef(operator);
  }
}

/** Reads whose programme it is, through which channel and with whom. */
@Resolver(() => MediaProgramme)
export class MediaProgrammeResolver {
  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Của tổ chức công đoàn nào', 'The union whose programme it is.'),
  })
  organization(
    @Root() { organization }: MediaProgramme,
    @Ctx() { read }: SubgraphContext,
  ): Promise<UnionOrganization | null> {
    return read.byKey(UnionOrganization, organization);
  }

  @FieldResolver(() => OfficialChannel, {
    nullable: true,
    description: both('Kênh phát', 'The channel on which it appears.'),
  })
  async channel(
    @Root() { channel }: MediaProgramme,
    @Ctx() { read }: SubgraphContext,
  ): Promise<OfficialChannel | null> {
    return channel === null ? null : read.byKey(OfficialChannel, channel);
  }

  @FieldResolver(() => [PublicBody], {
    nullable: 'items',
    description: both('Các đài, báo, tạp chí tham gia', 'Stations and press outlets that take part.'),
  })
  outlets(@Root() { outlets }: MediaProgramme): readonly Borrowed[] {
    return outlets.map(borrowRef);
  }
}
