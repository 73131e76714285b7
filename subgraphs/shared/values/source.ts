import { projectPath } from '../../../schema/contract/project.js';
import { both } from '../../../schema/contract/text.js';
import { PartialDate, DateBasis, partialDate } from './partial-date.js';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** The standing of a source. */
export enum SourceStatus {
  OFFICIAL = 'OFFICIAL',
  PRESS = 'PRESS',
  SPEECH = 'SPEECH',
  UNNUMBERED_REPORT = 'UNNUMBERED_REPORT',
}
registerEnumType(SourceStatus, {
  name: 'SourceStatus',
  description: both('Tư cách của nguồn', 'The standing of a source.'),
  valuesConfig: {
    OFFICIAL: { description: both('Văn bản chính thức', 'An official document.') },
    PRESS: { description: both('Báo chí', 'A press article.') },
    SPEECH: { description: both('Bài phát biểu', 'A speech.') },
    UNNUMBERED_REPORT: {
      description: both('Báo cáo chưa có số, chưa có ngày', 'A report without number and day.'),
    },
  },
});

/** A text or list from which facts were taken. */
@Directive('@shareable')
@ObjectType({ description: both('Nguồn của dữ kiện', 'A text or list from which facts were taken.') })
export class Source {
  @Field(() => ID, {
    description: both(
      'Mã nguồn trong danh mục, hoặc mã toàn cục của nguồn do cán bộ đăng ký',
      'Name of the source in the catalogue, or the id of a source that an officer registered.',
    ),
  })
  readonly code!: string;

  @Field({ description: both('Nhan đề mô tả', 'What it is, in Vietnamese.') })
  readonly titleVi!: string;

  @Field({ description: both('Nhan đề tiếng Anh', 'What it is, in English.') })
  readonly titleEn!: string;

  @Field(() => SourceStatus, { description: both('Tư cách của nguồn', 'Its standing.') })
  readonly status!: SourceStatus;

  @Field(() => PartialDate, {
    nullable: true,
    description: both('Thời điểm công bố', 'When it was published.'),
  })
  readonly publishedOn!: PartialDate | null;

  @Field(() => String, { nullable: true, description: both('Bên đưa ra', 'Who stated it.') })
  readonly statedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: both('Địa chỉ trên mạng, nếu có', 'Where it is on the web, if it is.'),
  })
  readonly url!: string | null;

  @Field(() => [String], {
    description: both(
      'Mã dữ kiện nói về chính nguồn này',
      'References of the facts about the source itself.',
    ),
  })
  readonly facts!: readonly string[];
}

const published = z
  .string()
  .transform((written) => partialDate(written, DateBasis.METADATA))
  .pipe(z.custom<PartialDate>((date) => date !== null, 'a date such as 2023-12'));

const CATALOGUE = z.strictObject({
  sources: z.array(
    z.strictObject({
      code: z.string(),
      titleVi: z.string(),
      titleEn: z.string(),
      status: z.enum(SourceStatus),
      publishedOn: published.nullable().default(null),
      statedBy: z.string().nullable().default(null),
      url: z.url().nullable().default(null),
      facts: z.array(z.string()).default([]),
    }),
  ),
});

/** All sources that the hub's first data cites, by code. */
export const SOURCES: ReadonlyMap<string, Source> = readCatalogue();

function readCatalogue(): ReadonlyMap<string, Source> {
  const file = projectPath('subgraphs', 'shared', 'data', 'sources.yaml');
  const entries = CATALOGUE.parse(parse(readFileSync(file, 'utf8')));
  return new Map(entries.sources.map((entry) => [entry.code, Object.assign(new Source(), entry)]));
}
