import { both } from '../../../schema/contract/text.js';
import { computedListColumn, partialDateColumn, refListColumn } from '../../shared/database/columns.js';
import { NamedRecord } from '../../shared/named-record.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { PartialDate } from '../../shared/values/partial-date.js';
import { TotalsKept } from '../../shared/reading/kept-totals.js';
import { DocumentFamily } from './document-family.js';
import { aliasesColumn, DocumentAlias, DocumentStage, stageColumn } from './document-parts.js';
import { DocumentState, SymbolStatus } from './document-state.js';
import { DocumentTypes, type DocumentType } from './document-type.js';
import { lookUpKeys } from './look-up-keys.js';
import { SymbolReading, symbolReading } from './symbol-reading.js';
import { BeforeCreate, BeforeUpdate, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/**
 * A signed or issued paper, whether or not its symbol is known. `nameVi` is what it is called for short; two spellings of
 * the symbol of one document are one record.
 */
@Entity({ tableName: 'document' })
@TotalsKept('family', 'documentType', 'symbolStatus')
@Directive('@key(fields: "id")')
@ObjectType('Document', {
  implements: HubRecord,
  description: both(
    'Văn bản được ký, ban hành hoặc viện dẫn',
    'A document that was signed, issued or cited.',
  ),
})
export class Document extends NamedRecord {
  @Field(() => String, {
    nullable: true,
    description: both(
      'Số hiệu; trống khi không rõ. Số hiệu có thể trùng, không phải là mã',
      'Symbol; null when not known. Symbols may repeat and are no ids.',
    ),
  })
  @Property({ type: 'text', nullable: true })
  symbol: string | null = null;

  @Field(() => SymbolStatus, {
    nullable: true,
    description: both('Tình trạng của số hiệu', 'How sure the symbol is; null without a symbol.'),
  })
  @Enum({ items: () => SymbolStatus, nullable: true })
  symbolStatus: SymbolStatus | null = null;

  @Field(() => [DocumentAlias], {
    description: both(
      'Các cách ghi số hiệu, khi các nguồn ghi khác nhau',
      'Every spelling of the symbol, where sources differ.',
    ),
  })
  @Property(aliasesColumn())
  aliases: readonly DocumentAlias[] = [];

  /** Folded spellings and bare numbers by which the document is looked up; see `look-up-keys.ts`. */
  @Index({ type: 'gin' })
  @Property(computedListColumn())
  symbolKeys: readonly string[] = [];

  @Field(() => DocumentFamily, {
    nullable: true,
    description: both(
      'Hệ thống ban hành; trống khi không rõ cơ quan ban hành',
      'The system it comes from; null when the issuer is not known.',
    ),
  })
  @Enum({ items: () => DocumentFamily, nullable: true })
  family: DocumentFamily | null = null;

  @Field(() => DocumentTypes, { description: both('Loại văn bản', 'What it is.') })
  @Enum({ items: () => DocumentTypes })
  documentType!: DocumentType;

  /** The organisations that issued it; empty when not known. */
  @Index({ type: 'gin' })
  @Property(refListColumn(ORGANIZATION_TYPES))
  issuers: readonly string[] = [];

  @Field(() => String, {
    nullable: true,
    description: both(
      'Chức danh ban hành, khi không phải là cả cơ quan',
      'The office that issued it, where it was not the whole body; in Vietnamese.',
    ),
  })
  @Property({ type: 'text', nullable: true })
  issuingOfficeVi: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: both('Chức danh ban hành, tiếng Anh', 'The office that issued it, in English.'),
  })
  @Property({ type: 'text', nullable: true })
  issuingOfficeEn: string | null = null;

  /** The organisations that drafted it for the issuer. */
  @Property(refListColumn(ORGANIZATION_TYPES))
  preparedBy: readonly string[] = [];

  @Field(() => PartialDate, {
    nullable: true,
    description: both('Ngày ban hành hoặc ký', 'When it was issued or signed; null when not known.'),
  })
  @Property(partialDateColumn())
  issuedOn: PartialDate | null = null;

  @Field(() => String, {
    nullable: true,
    description: both('Trích yếu như nguồn ghi, kể cả lỗi in', 'Title as cited, misprints included.'),
  })
  @Property({ type: 'text', nullable: true })
  titleAsCited: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: both('Trích yếu đã chuẩn hóa', 'Title without misprints.'),
  })
  @Property({ type: 'text', nullable: true })
  titleNormalised: string | null = null;

  @Field(() => DocumentStage, { nullable: true, description: both('Giai đoạn', 'The years it covers.') })
  @Property(stageColumn())
  stage: DocumentStage | null = null;

  @Field(() => DocumentState, { description: both('Trạng thái', 'Where it stands in its life.') })
  @Enum({ items: () => DocumentState })
  state!: DocumentState;

  /** The offices held by those who signed it. */
  @Index({ type: 'gin' })
  @Property(refListColumn(['OfficeHolding']))
  signatories: readonly string[] = [];

  @Field(() => SymbolReading, {
    nullable: true,
    description: both(
      'Các thành phần đọc được từ số hiệu',
      'What the symbol says when it is read; null without a symbol.',
    ),
  })
  get symbolReading(): SymbolReading | null {
    return this.symbol === null ? null : symbolReading(this.symbol);
  }

  @Field(() => String, {
    nullable: true,
    description: both('Số của văn bản', 'The number inside the symbol; null when left blank or not known.'),
  })
  get number(): string | null {
    return this.symbolReading?.number ?? null;
  }

  protected override names(): readonly (string | null)[] {
    const spellings = this.aliases.map(({ value }) => value).filter((value) => value !== this.symbol);
    return [this.symbol, this.nameVi, ...spellings, this.titleAsCited, this.titleNormalised, this.nameEn];
  }

  @BeforeCreate()
  @BeforeUpdate()
  foldSymbols(): void {
    this.symbolKeys = lookUpKeys([this.symbol, ...this.aliases.map(({ value }) => value)]);
  }
}
