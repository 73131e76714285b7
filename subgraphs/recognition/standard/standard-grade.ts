import type { StandardCriterion } from './standard-criterion.entity.js';
import type { StandardGradeThreshold } from './standard-grade-threshold.entity.js';
import type { StandardGrade } from './standard-recognition.enums.js';

/** All that a grade follows from. */
export interface Scored {
  readonly points: readonly { readonly points: number }[];
  readonly criteria: readonly Pick<StandardCriterion, 'maximumPoints'>[];
  readonly thresholds: readonly Pick<StandardGradeThreshold, 'grade' | 'leastPercent'>[];
}

/** The grade of the highest threshold that the points reach; `null` where they reach none. */
export function gradeOf({ points, criteria, thresholds }: Scored): StandardGrade | null {
  const reached = points.reduce((sum, each) => sum + each.points, 0);
  const most = criteria.reduce((sum, { maximumPoints }) => sum + maximumPoints, 0);
  const highestFirst = thresholds.toSorted((a, b) => b.leastPercent - a.leastPercent);
  return highestFirst.find(({ leastPercent }) => reached * 100 >= leastPercent * most)?.grade ?? null;
}
