import { both } from '../../../schema/contract/text.js';
import { has, isRecord, type Filter } from '../../shared/reading/filter.js';
import { ClaimKind } from './claim-vocabulary.js';
import { DisputeCause, DisputeKind, DisputeState } from './dispute-vocabulary.js';
import { ArgsType, Field, ID } from 'type-graphql';

/** Which cases a list holds. */
@ArgsType()
export class DisputeFilter {
  @Field(() => DisputeState, {
    nullable: true,
    description: both('Chỉ trạng thái này', 'In this state only.'),
  })
  readonly state?: DisputeState;

  @Field(() => DisputeKind, { nullable: true, description: both('Chỉ loại này', 'Of this kind only.') })
  readonly kind?: DisputeKind;

  @Field(() => DisputeCause, {
    nullable: true,
    description: both('Chỉ nguyên nhân này', 'Of this cause only.'),
  })
  readonly cause?: DisputeCause;

  @Field(() => ClaimKind, {
    nullable: true,
    description: both('Chỉ yêu cầu chính này', 'With this main claim only.'),
  })
  readonly mainClaim?: ClaimKind;
}

/** Which cases are looked for among all in the own scope. */
@ArgsType()
export class DisputeSearch extends DisputeFilter {
  @Field(() => ID, { nullable: true, description: both('Của doanh nghiệp này', 'Of this enterprise.') })
  readonly enterprise?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Do tổ chức công đoàn này thụ lý', 'Handled by this union organisation.'),
  })
  readonly handlingUnion?: string;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Tại tỉnh, thành phố này vào ngày bắt đầu',
      'In this province on the first day of the case.',
    ),
  })
  readonly province?: string;
}

/** The conditions that every list of cases takes. */
export function conditionsOf({ state, kind, cause, mainClaim }: DisputeFilter): readonly Filter[] {
  return [
    ...has('state', state),
    ...has('kind', kind),
    ...has('cause', cause),
    ...has('mainClaim', mainClaim),
  ];
}

/** The conditions of a search. @throws HubError INVALID_ID */
export function searchedBy(asked: DisputeSearch): readonly Filter[] {
  return [
    ...conditionsOf(asked),
    ...isRecord('enterprise', asked.enterprise, 'Enterprise'),
    ...isRecord('handlingUnion', asked.handlingUnion, 'UnionOrganization'),
    ...isRecord('province', asked.province, 'AdministrativeUnit'),
  ];
}
