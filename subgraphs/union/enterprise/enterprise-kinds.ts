import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** To whom an enterprise belongs. */
export enum EnterpriseOwnership {
  STATE = 'STATE',
  PRIVATE = 'PRIVATE',
  FDI = 'FDI',
  COOPERATIVE = 'COOPERATIVE',
}
registerEnumType(EnterpriseOwnership, {
  name: 'EnterpriseOwnership',
  description: both('Loại hình sở hữu của doanh nghiệp', 'To whom an enterprise belongs.'),
  valuesConfig: {
    STATE: { description: both('Nhà nước', 'The state.') },
    PRIVATE: { description: both('Ngoài nhà nước', 'Private owners in the country.') },
    FDI: { description: both('Có vốn đầu tư nước ngoài', 'With foreign direct investment.') },
    COOPERATIVE: { description: both('Hợp tác xã', 'A cooperative.') },
  },
});

/** How large an enterprise is by law. */
export enum EnterpriseSizeClass {
  MICRO = 'MICRO',
  SMALL = 'SMALL',
  MEDIUM = 'MEDIUM',
  LARGE = 'LARGE',
}
registerEnumType(EnterpriseSizeClass, {
  name: 'EnterpriseSizeClass',
  description: both('Quy mô doanh nghiệp', 'How large an enterprise is by law.'),
  valuesConfig: {
    MICRO: { description: both('Siêu nhỏ', 'Micro.') },
    SMALL: { description: both('Nhỏ', 'Small.') },
    MEDIUM: { description: both('Vừa', 'Medium.') },
    LARGE: { description: both('Lớn', 'Large.') },
  },
});
