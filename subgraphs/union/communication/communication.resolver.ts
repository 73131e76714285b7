import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has, heldOnDay } from '../../shared/reading/filter.js';
import { BY_NAME } from '../../shared/reading/orders.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { MediaProgrammeKind } from './media-programme-kind.js';
import { MediaProgramme } from './media-programme.entity.js';
import { ChannelKind, OfficialChannel } from './official-channel.entity.js';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';

const OfficialChannelConnection = connectionOf(OfficialChannel);
const MediaProgrammeConnection = connectionOf(MediaProgramme);

/** Which channels a list holds. */
@ArgsType()
class ChannelFilter extends AsOfArgs {
  @Field(() => ChannelKind, {
    nullable: true,
    description: both('Chỉ loại kênh này', 'Of this kind only.'),
  })
  readonly kind?: ChannelKind;
}

/** Which media programmes a list holds. */
@ArgsType()
class MediaFilter extends AsOfArgs {
  @Field(() => MediaProgrammeKind, {
    nullable: true,
    description: both('Chỉ loại chương trình này', 'Of this kind only.'),
  })
  readonly kind?: MediaProgrammeKind;
}

/** Reads how a union speaks to the public. */
@Resolver(() => UnionOrganization)
export class UnionCommunicationResolver {
  @FieldResolver(() => OfficialChannelConnection, {
    description: both('Các kênh thông tin', 'Its channels, by name.'),
  })
  channels(
    @Root() { key }: UnionOrganization,
    @Args(() => ChannelFilter) { asOf, kind }: ChannelFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<OfficialChannel>> {
    const filters = [...heldOnDay(asOf), ...has('kind', kind)];
    const listing = { by: 'organization', filters, order: BY_NAME };
    return read.page(OfficialChannel, { listing, page, parent: key });
  }

  @FieldResolver(() => MediaProgrammeConnection, {
    description: both('Các chuyên mục, chương trình truyền thông', 'What it does in the media, by name.'),
  })
  mediaProgrammes(
    @Root() { key }: UnionOrganization,
    @Args(() => MediaFilter) { asOf, kind }: MediaFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<MediaProgramme>> {
    const filters = [...heldOnDay(asOf), ...has('kind', kind)];
    const listing = { by: 'organization', filters, order: BY_NAME };
    return read.page(MediaProgramme, { listing, page, parent: key });
  }
}
