import { both } from '../../../schema/contract/text.js';
import { partialDateColumn, refListColumn } from '../../shared/database/columns.js';
import { NamedRecord } from '../../shared/named-record.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { PartialDate } from '../../shared/values/partial-date.js';
import { Document } from '../document/document.entity.js';
import { AgreementKind, AgreementState } from './agreement-kind.js';
import { AgreementTask, tasksColumn } from './agreement-task.js';
import {
  BeforeCreate,
  BeforeUpdate,
  Check,
  Entity,
  Enum,
  Index,
  ManyToOne,
  Property,
} from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** What agencies agreed to do together. A successor closes its predecessor on its own first day. */
@Entity({ tableName: 'coordination_agreement' })
@Check({
  name: 'agreement_in_force_has_first_day',
  expression: "state not in ('IN_FORCE', 'AMENDED') or valid_from is not null",
})
@Check({
  name: 'agreement_over_has_end',
  expression: "state not in ('SUPERSEDED', 'EXPIRED', 'TERMINATED') or valid_to is not null",
})
@Index({
  name: 'coordination_agreement_one_successor',
  expression: `create unique index coordination_agreement_one_successor on coordination_agreement (supersedes_key) where state not in ('DRAFT', 'SIGNED')`,
})
@Directive('@key(fields: "id")')
@ObjectType('CoordinationAgreement', {
  implements: HubRecord,
  description: both('Thỏa thuận phối hợp giữa các cơ quan', 'What agencies agreed to do together.'),
})
export class CoordinationAgreement extends NamedRecord {
  @Field(() => AgreementKind, { description: both('Loại', 'What it is.') })
  @Enum({ items: () => AgreementKind })
  kind!: AgreementKind;

  @Field(() => Int, {
    nullable: true,
    description: both('Lần thứ mấy giữa các bên này', 'Which one between these parties, from 1.'),
  })
  @Property({ type: 'integer', nullable: true })
  ordinal: number | null = null;

  /** The organisations that agreed. */
  @Index({ type: 'gin' })
  @Property(refListColumn(ORGANIZATION_TYPES))
  parties: readonly string[] = [];

  @Field(() => PartialDate, { nullable: true, description: both('Ngày ký', 'When it was signed.') })
  @Property(partialDateColumn())
  signedOn: PartialDate | null = null;

  /** The offices held by those who signed it; empty when not known. */
  @Index({ type: 'gin' })
  @Property(refListColumn(['OfficeHolding']))
  signatories: readonly string[] = [];

  @Field(() => [AgreementTask], {
    description: both('Các nhiệm vụ trọng tâm', 'The key tasks that it names.'),
  })
  @Property(tasksColumn())
  tasks: readonly AgreementTask[] = [];

  @Field(() => AgreementState, { description: both('Trạng thái', 'Where it stands in its life.') })
  @Enum({ items: () => AgreementState })
  state!: AgreementState;

  /** Key of the document that puts it on paper. */
  @Index()
  @ManyToOne(() => Document, { mapToPk: true, fieldName: 'document_key', nullable: true })
  document: string | null = null;

  /** Key of the agreement that it took the place of. */
  @Index()
  @ManyToOne(() => CoordinationAgreement, { mapToPk: true, fieldName: 'supersedes_key', nullable: true })
  supersedes: string | null = null;

  /** Whether it binds from its first day on: a draft, or one that is only signed, has none yet. */
  @Property({ type: 'boolean', default: true })
  isBinding = true;

  @BeforeCreate()
  @BeforeUpdate()
  settleBinding(): void {
    this.isBinding = this.validFrom !== null || !NOT_YET.has(this.state);
  }
}

const NOT_YET: ReadonlySet<AgreementState> = new Set([AgreementState.DRAFT, AgreementState.SIGNED]);
