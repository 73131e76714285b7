import { both, text } from '../../../schema/contract/text.js';
import { askedRef } from '../../shared/reading/asked.js';
import { Classification } from '../../shared/values/classification.js';
import { MutationInput } from '../../shared/writing/input.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { knownRecord } from '../../shared/writing/known-record.js';
import { mutationOf } from '../nomination/mutation.js';
import { RecognitionStandard, StandardSubjectKind } from './recognition-standard.entity.js';
import { knownSubject, requireItsUnion } from './known-subject.js';
import { appraiserOf, authorityOf } from './standard-appraiser.js';
import { StandardRecognition } from './standard-recognition.entity.js';
import { StandardRecognitionState, StandardSubjectClass } from './standard-recognition.enums.js';
import { subjectOf } from './standard-subjects.js';
import { classOf } from './subject-class.js';
import { closingDay, firstDay } from './standard-year.js';
import { Field, ID, InputType, Int } from 'type-graphql';

/** Who is to be recognised, by which standard, in which year. */
@InputType({
  description: both(
    'Đăng ký đạt tiêu chuẩn trong năm',
    'Who is to be recognised, by which standard, in which year.',
  ),
})
class RegisterForStandardInput extends MutationInput {
  @Field(() => ID, { description: both('Mã tiêu chuẩn', 'Id of the standard.') })
  readonly standard!: string;

  @Field(() => ID, { description: both('Mã đối tượng', 'Id of the subject.') })
  readonly subject!: string;

  @Field(() => StandardSubjectKind, { description: both('Loại đối tượng', 'What kind of subject it is.') })
  readonly subjectKind!: StandardSubjectKind;

  @Field(() => StandardSubjectClass, {
    nullable: true,
    description: both(
      'Phân loại; bắt buộc khi tiêu chuẩn loại trừ một số loại; quy mô doanh nghiệp lấy từ sổ của công đoàn',
      "Its class, needed where the standard leaves some out; of an enterprise it follows from the union's register.",
    ),
  })
  readonly subjectClass?: StandardSubjectClass;

  @Field(() => ID, {
    description: both('Mã tổ chức công đoàn của đối tượng', "Id of the subject's union organisation."),
  })
  readonly organization!: string;

  @Field(() => ID, {
    description: both(
      'Mã đơn vị thẩm định: công an phụ trách địa bàn hoặc công đoàn cấp trên, tùy tiêu chuẩn',
      'Id of who appraises: the police in charge of the place or a union above, as the standard says.',
    ),
  })
  readonly appraiser!: string;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã cơ quan ra quyết định: đơn vị thẩm định hoặc cấp trên của đơn vị đó; bỏ trống: đơn vị thẩm định',
      'Id of who decides: the appraiser, or an organisation above it; the appraiser when not said.',
    ),
  })
  readonly authority?: string;

  /** Unit: year. */
  @Field(() => Int, { description: both('Năm', 'The year.') })
  readonly year!: number;
}

/** How subjects are registered. */
export const registeringMutations = [
  mutationOf({
    name: 'registerForStandard',
    description: both(
      'Đăng ký đạt tiêu chuẩn của năm, chậm nhất ngày 31/3',
      'Registers a subject for a standard, by 31 March of the year.',
    ),
    answers: StandardRecognition,
    by: ['UNION_OFFICER'],
    input: RegisterForStandardInput,
    work: register,
  }),
] as const;

async function register(tx: Transaction, input: RegisterForStandardInput): Promise<StandardRecognition> {
  const standard = await knownRecord(tx, RecognitionStandard, input.standard);
  requireYear(standard, input.year);
  requireInTime(input.year, tx.today);
  const subject = subjectOf(standard, input);
  const known = await knownSubject(tx, subject);
  const subjectClass = classOf(standard, input, known);
  const organization = askedRef(input.organization, ['UnionOrganization']);
  await requireItsUnion(tx, known, organization);
  const appraiser = await appraiserOf(tx, standard, { appraiser: input.appraiser, organization, known });
  return tx.create(StandardRecognition, {
    classification: Classification.INTERNAL,
    standard: standard.key,
    subject,
    subjectKind: input.subjectKind,
    subjectClass,
    year: input.year,
    state: StandardRecognitionState.REGISTERED,
    organization,
    appraiser,
    authority: await authorityOf(tx, input.authority, appraiser),
    registeredOn: tx.today,
  });
}

function requireYear({ isYearly, validFrom, validTo }: RecognitionStandard, year: number): void {
  const isHeld = (validFrom ?? '') <= closingDay(year) && (validTo ?? '9999-12-31') > firstDay(year);
  guard(
    isYearly === true && isHeld,
    'standard-is-yearly-then',
    text(
      `Tiêu chuẩn này không được xét hằng năm, hoặc không áp dụng trong năm ${year}.`,
      `This standard is not assessed yearly, or does not hold in ${year}.`,
    ),
  );
}

function requireInTime(year: number, today: string): void {
  guard(
    firstDay(year) <= today && today <= closingDay(year),
    'registration-is-open',
    text(
      `Đăng ký của năm ${year} mở từ 1/1 đến hết 31/3 năm đó.`,
      `The registration of ${year} is open from 1 January to 31 March of that year.`,
    ),
  );
}
