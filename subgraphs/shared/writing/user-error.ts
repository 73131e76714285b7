import { both, type Text } from '../../../schema/contract/text.js';
import { UserErrorCode, type Refusal } from './refusal.js';
import { Directive, Field, ObjectType } from 'type-graphql';

/** Why a change was refused, as clients read it beside the unchanged record. */
@Directive('@shareable')
@ObjectType('UserError', { description: both('Lý do từ chối một thay đổi', 'Why a change was refused.') })
export class UserError {
  @Field(() => UserErrorCode, {
    description: both('Mã lý do, ổn định', 'Stable code; clients decide by it.'),
  })
  readonly code!: UserErrorCode;

  @Field({
    description: both('Giải thích bằng tiếng Việt', 'What was wrong and would be right, in Vietnamese.'),
  })
  readonly messageVi!: string;

  @Field({ description: both('Giải thích bằng tiếng Anh', 'What was wrong and would be right, in English.') })
  readonly message!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Quy tắc bị vi phạm', 'The rule that was broken.'),
  })
  readonly rule!: string | null;

  @Field(() => String, { nullable: true, description: both('Trường dữ liệu vào', 'The field of the input.') })
  readonly field!: string | null;

  @Field({ description: both('Cơ quan từ chối, tiếng Việt', 'The agency that refused, in Vietnamese.') })
  readonly agencyVi!: string;

  @Field({ description: both('Cơ quan từ chối, tiếng Anh', 'The agency that refused.') })
  readonly agency!: string;

  @Field({ description: both('Mã yêu cầu', 'Id of the request, for questions to the agency.') })
  readonly requestId!: string;
}

/** Who refused what. */
export interface RefusedBy {
  readonly agency: Text;
  readonly requestId: string;
}

/** The refusal as clients read it. */
export function userError({ reason, text, more }: Refusal, { agency, requestId }: RefusedBy): UserError {
  return {
    code: reason,
    messageVi: text.vi,
    message: text.en,
    rule: more.rule ?? null,
    field: more.field ?? null,
    agencyVi: agency.vi,
    agency: agency.en,
    requestId,
  };
}
