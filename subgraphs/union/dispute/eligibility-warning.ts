import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** What speaks against an award to an enterprise, and nothing of the cases behind it. */
export enum EligibilityWarning {
  UNRESOLVED_WAGE_ARREARS = 'UNRESOLVED_WAGE_ARREARS',
  UNRESOLVED_INSURANCE_ARREARS = 'UNRESOLVED_INSURANCE_ARREARS',
  NO_GRASSROOTS_UNION = 'NO_GRASSROOTS_UNION',
}
registerEnumType(EligibilityWarning, {
  name: 'EligibilityWarning',
  description: both(
    'Cảnh báo khi xét khen doanh nghiệp, không kèm chi tiết vụ việc',
    'What speaks against an award to an enterprise, without any case behind it.',
  ),
  valuesConfig: {
    UNRESOLVED_WAGE_ARREARS: {
      description: both('Còn nợ lương chưa giải quyết', 'It has wage arrears that are unresolved.'),
    },
    UNRESOLVED_INSURANCE_ARREARS: {
      description: both('Còn nợ bảo hiểm chưa giải quyết', 'It has insurance arrears that are unresolved.'),
    },
    NO_GRASSROOTS_UNION: { description: both('Chưa có công đoàn cơ sở', 'It has no grassroots union.') },
  },
});
