import { CitedSource } from '../../shared/sources/cited-source.js';
import { Entity } from '@mikro-orm/decorators/legacy';

/** A source that was registered in coordination's register, under the same key, as it was announced. */
@Entity({ tableName: 'known_source' })
export class KnownSource extends CitedSource {}
