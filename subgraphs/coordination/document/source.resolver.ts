import { both } from '../../../schema/contract/text.js';
import { Source, SOURCES } from '../../shared/values/source.js';
import { Query, Resolver } from 'type-graphql';

/** Reads the catalogue of sources. */
@Resolver(() => Source)
export class SourceResolver {
  @Query(() => [Source], {
    nullable: true,
    description: both('Mọi nguồn mà dữ liệu ban đầu dẫn', 'Every source that the first data cites.'),
  })
  sources(): readonly Source[] {
    return [...SOURCES.values()];
  }
}
