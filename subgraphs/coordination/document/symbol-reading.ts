import { both } from '../../../schema/contract/text.js';
import { DocumentTypes, type DocumentType } from './document-type.js';
import type { IssuerNeed } from './symbol/issuers.js';
import { parseSymbol } from './symbol/parse.js';
import type { ParsedSymbol, SymbolForm, SymbolIssuer } from './symbol/symbol.js';
import type { SymbolWarning } from './symbol/warnings.js';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

const FORMS: Readonly<Record<SymbolForm, SymbolForm>> = {
  NORMATIVE: 'NORMATIVE',
  ASSEMBLY: 'ASSEMBLY',
  STATE: 'STATE',
  PARTY: 'PARTY',
  LETTER: 'LETTER',
  IRREGULAR: 'IRREGULAR',
  INCOMPLETE: 'INCOMPLETE',
};
registerEnumType(FORMS, {
  name: 'SymbolForm',
  description: both('Kiểu cấu tạo số hiệu', 'How a symbol is built.'),
  valuesConfig: {
    NORMATIVE: { description: both('Văn bản quy phạm: 06/2014/NĐ-CP', 'Normative: 06/2014/NĐ-CP.') },
    ASSEMBLY: { description: both('Quốc hội: 06/2022/QH15', 'Of the assembly: 06/2022/QH15.') },
    STATE: { description: both('Hành chính: 1944/QĐ-TTg', 'Administrative: 1944/QĐ-TTg.') },
    PARTY: { description: both('Văn bản Đảng: 44-KL/TW', 'Of the Party: 44-KL/TW.') },
    LETTER: { description: both('Công văn: 4173/TLĐ-ToC', 'Official letter: 4173/TLĐ-ToC.') },
    IRREGULAR: { description: both('Không đúng thể thức', 'A state body written the Party way.') },
    INCOMPLETE: { description: both('Bỏ trống số: /BC-LĐLĐ', 'Number left blank: /BC-LĐLĐ.') },
  },
});

const NEEDS: Readonly<Record<IssuerNeed, IssuerNeed>> = {
  NOTHING: 'NOTHING',
  TERRITORY: 'TERRITORY',
  BODY_FROM_TITLE: 'BODY_FROM_TITLE',
};
registerEnumType(NEEDS, {
  name: 'IssuerNeed',
  description: both('Cần biết thêm gì để xác định cơ quan', 'What else must be known to find the issuer.'),
  valuesConfig: {
    NOTHING: { description: both('Không cần', 'Nothing.') },
    TERRITORY: { description: both('Địa bàn', 'Its territory.') },
    BODY_FROM_TITLE: { description: both('Cơ quan nêu trong tên văn bản', 'The body named in the title.') },
  },
});

/** An issuer that a symbol names. */
@ObjectType('SymbolIssuer', {
  description: both('Cơ quan ban hành ghi trong số hiệu', 'An issuer that a symbol names.'),
})
export class SymbolIssuerReading {
  @Field({ description: both('Chữ viết tắt', 'Its code.') })
  readonly code!: string;

  @Field({ description: both('Hệ thống có biết cơ quan này', 'Whether the code is known.') })
  readonly known!: boolean;

  @Field(() => String, { nullable: true, description: both('Tên gọi', 'Its name, in Vietnamese.') })
  readonly nameVi!: string | null;

  @Field(() => String, { nullable: true, description: both('Tên tiếng Anh', 'Its name, in English.') })
  readonly nameEn!: string | null;

  @Field(() => NEEDS, {
    nullable: true,
    description: both('Cần biết thêm', 'What else must be known to find it.'),
  })
  readonly needs!: IssuerNeed | null;
}

/** What was changed while a symbol was read, or stays doubtful. */
@ObjectType('SymbolWarning', {
  description: both('Lưu ý khi đọc số hiệu', 'What was changed in a symbol, or stays doubtful about it.'),
})
export class SymbolWarningReading {
  @Field({ description: both('Mã lưu ý', 'Stable code.') })
  readonly code!: string;

  @Field(() => String, { nullable: true, description: both('Phần liên quan', 'The part concerned.') })
  readonly subject!: string | null;

  @Field({ description: both('Nội dung', 'What it says, in Vietnamese.') })
  readonly messageVi!: string;

  @Field({ description: both('Nội dung tiếng Anh', 'What it says, in English.') })
  readonly messageEn!: string;
}

/** A document symbol taken apart. */
@ObjectType('SymbolReading', {
  description: both('Số hiệu văn bản đã được phân tích', 'A document symbol taken apart.'),
})
export class SymbolReading {
  @Field({ description: both('Cách viết đúng', 'The one right spelling.') })
  readonly canonical!: string;

  @Field(() => FORMS, { description: both('Kiểu cấu tạo', 'How it is built.') })
  readonly form!: SymbolForm;

  @Field(() => String, { nullable: true, description: both('Số', 'Number; null when left blank.') })
  readonly number!: string | null;

  @Field(() => Int, { nullable: true, description: both('Năm trong số hiệu', 'Year inside the symbol.') })
  readonly year!: number | null;

  @Field(() => String, { nullable: true, description: both('Chữ viết tắt loại văn bản', 'Type code.') })
  readonly typeCode!: string | null;

  @Field(() => [DocumentTypes], {
    description: both('Loại văn bản có thể', 'What the document can be; several where it is open.'),
  })
  readonly documentTypes!: readonly DocumentType[];

  @Field(() => [SymbolIssuerReading], { description: both('Cơ quan ban hành', 'The issuers.') })
  readonly issuers!: readonly SymbolIssuerReading[];

  @Field(() => String, { nullable: true, description: both('Đơn vị soạn thảo', 'The drafting unit.') })
  readonly unit!: string | null;

  @Field(() => Int, { nullable: true, description: both('Khóa Quốc hội', 'Term of the assembly.') })
  readonly term!: number | null;

  @Field(() => [SymbolWarningReading], { description: both('Các lưu ý', 'What was changed or is open.') })
  readonly warnings!: readonly SymbolWarningReading[];
}

/** Takes a symbol apart. @throws HubError INVALID_SYMBOL when the text is not one. */
export function symbolReading(written: string, lenient = false): SymbolReading {
  return readingOf(parseSymbol(written, { lenient }));
}

function readingOf(symbol: ParsedSymbol): SymbolReading {
  const { canonical, form, year, typeCode, documentTypes, unit } = symbol;
  return {
    canonical,
    form,
    year,
    typeCode,
    documentTypes,
    unit,
    number: symbol.number?.text ?? null,
    term: symbol.legislature?.term ?? null,
    issuers: symbol.issuers.map(issuerReading),
    warnings: symbol.warnings.map(warningReading),
  };
}

function issuerReading({ code, known, name, needs }: SymbolIssuer): SymbolIssuerReading {
  return { code, known, needs, nameVi: name?.vi ?? null, nameEn: name?.en ?? null };
}

function warningReading({ code, subject, text }: SymbolWarning): SymbolWarningReading {
  return { code, subject, messageVi: text.vi, messageEn: text.en };
}
