import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** What kind of presence in the media it is. */
export enum MediaProgrammeKind {
  RADIO_FEATURE = 'RADIO_FEATURE',
  TELEVISION_FEATURE = 'TELEVISION_FEATURE',
  TELEVISION_REPORT = 'TELEVISION_REPORT',
  PRESS_ARTICLES = 'PRESS_ARTICLES',
  PRESS_DISTRIBUTION = 'PRESS_DISTRIBUTION',
  LIVE_PROGRAMME = 'LIVE_PROGRAMME',
}
registerEnumType(MediaProgrammeKind, {
  name: 'MediaProgrammeKind',
  description: both('Loại chương trình truyền thông', 'Kind of presence in the media.'),
  valuesConfig: {
    RADIO_FEATURE: { description: both('Chuyên mục phát thanh', 'Radio feature.') },
    TELEVISION_FEATURE: { description: both('Chuyên mục truyền hình', 'Television feature.') },
    TELEVISION_REPORT: { description: both('Phóng sự truyền hình', 'Television reports.') },
    PRESS_ARTICLES: { description: both('Tin, bài trên báo chí', 'News and articles in the press.') },
    PRESS_DISTRIBUTION: { description: both('Cấp phát báo, tạp chí', 'Distribution of the press.') },
    LIVE_PROGRAMME: { description: both('Chương trình trực tiếp', 'Programme before an audience.') },
  },
});

/** How often something appears. */
export enum MediaFrequency {
  DAILY = 'DAILY',
  MONTHLY = 'MONTHLY',
  YEARLY = 'YEARLY',
}
registerEnumType(MediaFrequency, {
  name: 'MediaFrequency',
  description: both('Định kỳ', 'How often something appears.'),
  valuesConfig: {
    DAILY: { description: both('Hằng ngày', 'Every day.') },
    MONTHLY: { description: both('Hằng tháng', 'Every month.') },
    YEARLY: { description: both('Hằng năm', 'Every year.') },
  },
});
