import { text } from '../../../schema/contract/text.js';
import { isGiven } from '../../shared/reading/asked.js';
import { guard, Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { KnownSubject } from './known-subject.js';
import { StandardSubjectKind, type RecognitionStandard } from './recognition-standard.entity.js';
import { StandardSubjectClass } from './standard-recognition.enums.js';
import { classesOf, type StatedSubject } from './standard-subjects.js';

/** Classes of enterprises by the size that the union's register says. */
const OF_SIZE: Readonly<Record<string, StandardSubjectClass>> = {
  MICRO: StandardSubjectClass.MICRO_ENTERPRISE,
  SMALL: StandardSubjectClass.SMALL_ENTERPRISE,
  MEDIUM: StandardSubjectClass.MEDIUM_ENTERPRISE,
  LARGE: StandardSubjectClass.LARGE_ENTERPRISE,
};

/**
 * The class of a subject that a standard does not leave out: of an enterprise by the union's register, of others as
 * stated, since no register knows it.
 *
 * @throws Refusal GUARD_FAILED, INVALID_INPUT
 */
export function classOf(
  standard: RecognitionStandard,
  stated: StatedSubject,
  known: KnownSubject | null,
): StandardSubjectClass | null {
  const isEnterprise = stated.subjectKind === StandardSubjectKind.ENTERPRISE;
  const found = isEnterprise ? bySize(standard, stated, known) : asStated(standard, stated);
  guard(
    found === null || !standard.excludedClasses.includes(found),
    'subject-is-not-outside',
    text('Tiêu chuẩn không áp dụng cho loại đối tượng này.', 'Such a subject is outside of the standard.'),
  );
  return found;
}

function bySize(
  standard: RecognitionStandard,
  { subjectKind, subjectClass }: StatedSubject,
  known: KnownSubject | null,
): StandardSubjectClass | null {
  const found = OF_SIZE[known?.sizeClass ?? ''] ?? null;
  guard(
    found !== null || !isToldApart(standard, subjectKind),
    'size-is-registered',
    text(
      'Sổ đăng ký của công đoàn chưa ghi quy mô doanh nghiệp này.',
      "The union's register does not say how large this enterprise is.",
    ),
  );
  if (isGiven(subjectClass) && subjectClass !== found) throw unclear(found === null ? [] : [found]);
  return found;
}

function asStated(
  standard: RecognitionStandard,
  { subjectKind, subjectClass }: StatedSubject,
): StandardSubjectClass | null {
  const classes = classesOf(subjectKind);
  const isPossible = isGiven(subjectClass)
    ? classes.includes(subjectClass)
    : !isToldApart(standard, subjectKind);
  if (!isPossible) throw unclear(classes);
  return subjectClass ?? null;
}

function isToldApart({ excludedClasses }: RecognitionStandard, kind: StandardSubjectKind): boolean {
  return classesOf(kind).some((each) => excludedClasses.includes(each));
}

function unclear(classes: readonly StandardSubjectClass[]): Refusal {
  const possible = classes.join(', ') || '—';
  return new Refusal(
    UserErrorCode.INVALID_INPUT,
    text(
      `Với đối tượng và tiêu chuẩn này, phân loại là một trong: ${possible}.`,
      `For this subject and this standard the class is one of: ${possible}.`,
    ),
    { field: 'subjectClass' },
  );
}
