import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { CitedSource } from '../../shared/sources/cited-source.js';
import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/**
 * A source that an officer put on record beside the catalogue, for every agency to cite. It stays as it was registered:
 * what cites it keeps what it was.
 */
@Entity({ tableName: 'registered_source' })
@Index({
  name: 'registered_source_once',
  expression: `create unique index registered_source_once on registered_source (lower(title_vi), lower(publisher), (published_on ->> 'value'))`,
})
@Directive('@key(fields: "id")')
@ObjectType('RegisteredSource', {
  implements: HubRecord,
  description: both(
    'Nguồn do cán bộ đăng ký để dẫn xuất xứ của dữ kiện',
    'A source that an officer put on record, for facts to be traced to.',
  ),
})
export class RegisteredSource extends CitedSource {}
