import { connectionOf } from '../../shared/page.js';
import { Activity } from './activity.entity.js';

/** A page of activities. */
export const ActivityConnection = connectionOf(Activity);
