import { both } from '../../../schema/contract/text.js';
import { connectionOf, Direction } from '../../shared/page.js';
import { isGiven, type Maybe } from '../../shared/reading/asked.js';
import { has, type Filter } from '../../shared/reading/filter.js';
import { by, BY_KEY } from '../../shared/reading/orders.js';
import type { Reader } from '../../shared/reading/reader.js';
import { RecognitionStandard } from './recognition-standard.entity.js';
import { StandardRecognition } from './standard-recognition.entity.js';
import { StandardGrade, StandardRecognitionState } from './standard-recognition.enums.js';
import { ArgsType, Field, Int } from 'type-graphql';

/** A page of yearly recognitions. */
export const StandardRecognitionConnection = connectionOf(StandardRecognition);

/** Newest year first. */
export const NEWEST_YEAR = by('year', Direction.DESC);

/** Which yearly recognitions a list holds, of whatever subject. */
@ArgsType()
export class StandardYearFilter {
  @Field(() => String, {
    nullable: true,
    description: both(
      'Mã tiêu chuẩn, ví dụ AN_TOAN_VE_ANTT',
      'By the standard with this code, such as AN_TOAN_VE_ANTT.',
    ),
  })
  readonly standard?: string;

  /** Unit: year. */
  @Field(() => Int, { nullable: true, description: both('Năm', 'Of this year.') })
  readonly year?: number;

  @Field(() => StandardGrade, { nullable: true, description: both('Mức đạt', 'With this grade.') })
  readonly grade?: StandardGrade;

  @Field(() => [StandardRecognitionState], {
    nullable: true,
    description: both(
      'Tình trạng; đã đạt trong một năm đã qua là EXPIRED',
      'In one of these states; what was met in a past year is EXPIRED.',
    ),
  })
  readonly states?: readonly StandardRecognitionState[];
}

/** Conditions for the yearly recognitions that a client asks for. */
export async function ofStandardYear(
  read: Reader,
  { standard, year, grade, states }: StandardYearFilter,
): Promise<readonly Filter[]> {
  return [
    ...(await ofStandard(read, standard)),
    ...has('year', year),
    ...has('grade', grade),
    ...has('state', states),
  ];
}

/** Conditions for rows whose `standard` has this code; none when no code is asked. */
export async function ofStandard(read: Reader, code: Maybe<string>): Promise<readonly Filter[]> {
  if (!isGiven(code)) return [];
  const standards = await read.whole(RecognitionStandard, { filters: has('code', code), order: BY_KEY });
  return has(
    'standard',
    standards.map(({ key }) => key),
  );
}
