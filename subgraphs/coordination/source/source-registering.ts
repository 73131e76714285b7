import { both, text } from '../../../schema/contract/text.js';
import { refText } from '../../shared/database/refs.js';
import { isGiven, type Maybe } from '../../shared/reading/asked.js';
import { partialDate, type PartialDate } from '../../shared/values/partial-date.js';
import { SourceStatus } from '../../shared/values/source.js';
import { MutationInput } from '../../shared/writing/input.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { givenText, misgiven } from '../document/given.js';
import { RegisteredSource } from './registered-source.entity.js';
import { Field, InputType } from 'type-graphql';

/** A source that is put on record. */
@InputType('RegisterSourceInput', {
  description: both('Nguồn cần đăng ký', 'A source that is put on record.'),
})
export class RegisterSourceInput extends MutationInput {
  @Field({ description: both('Nhan đề tiếng Việt', 'Its title in Vietnamese.') })
  readonly titleVi!: string;

  @Field({ description: both('Nhan đề tiếng Anh', 'Its title in English.') })
  readonly titleEn!: string;

  @Field({
    description: both(
      'Cơ quan, tổ chức công bố; không ghi tên người',
      'The organisation that published it; nobody by name.',
    ),
  })
  readonly publisher!: string;

  @Field(() => SourceStatus, { description: both('Tư cách của nguồn', 'Its standing.') })
  readonly status!: SourceStatus;

  @Field({
    description: both(
      'Thời điểm công bố, không sau hôm nay: 2024, 2024-03 hoặc 2024-03-31',
      'When it was published, today at the latest: 2024, 2024-03 or 2024-03-31.',
    ),
  })
  readonly publishedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Địa chỉ trên mạng, http hoặc https', 'Where it is on the web: http or https.'),
  })
  readonly url?: string | null;
}

/** Longest address that is taken. Unit: characters. Source: own limit. */
const LONGEST_URL = 500;

/** Puts a source on record, which every agency may cite once it has heard of it. @throws Refusal INVALID_INPUT, GUARD_FAILED */
export async function registerSource(tx: Transaction, input: RegisterSourceInput): Promise<RegisteredSource> {
  const source = tx.create(RegisteredSource, {
    titleVi: givenText(input.titleVi, 'titleVi'),
    titleEn: givenText(input.titleEn, 'titleEn'),
    publisher: givenText(input.publisher, 'publisher'),
    status: input.status,
    publishedOn: givenDay(input.publishedOn, tx.today),
    url: givenUrl(input.url),
  });
  await tx.flush();
  tx.announce({
    entity: refText({ type: RegisteredSource.name, key: source.key }),
    kind: 'SOURCE_REGISTERED',
    content: told(source),
  });
  return source;
}

/** What the other agencies keep of it, by column. */
function told({ key, titleVi, titleEn, publisher, status, publishedOn, url }: RegisteredSource) {
  return {
    key,
    title_vi: titleVi,
    title_en: titleEn,
    publisher,
    status,
    published_on: publishedOn,
    url,
  };
}

function givenDay(written: string, today: string): PartialDate {
  const day = partialDate(written);
  if (day && day.value <= today) return day;
  throw misgiven(
    'publishedOn',
    text(
      'Viết 2024, 2024-03 hoặc 2024-03-31, không sau hôm nay.',
      'Write 2024, 2024-03 or 2024-03-31, today at the latest.',
    ),
  );
}

function givenUrl(written: Maybe<string>): string | null {
  if (!isGiven(written)) return null;
  const isWeb = URL.canParse(written) && /^https?:$/.test(new URL(written).protocol);
  if (isWeb && written.length <= LONGEST_URL) return new URL(written).href;
  throw misgiven(
    'url',
    text(
      `Cần địa chỉ http hoặc https đầy đủ, đến ${LONGEST_URL} ký tự.`,
      `A whole http or https address is needed, ${LONGEST_URL} characters at most.`,
    ),
  );
}
