import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { payloadOf, type Payload } from '../../shared/writing/payload.js';
import {
  BringDocumentIntoForceInput,
  IssueDocumentInput,
  RegisterDocumentInput,
  RelateDocumentsInput,
} from './document-inputs.js';
import { issueDocument, registerDocument } from './document-registering.js';
import { relateDocuments } from './document-relating.js';
import { DocumentRelation } from './document-relation.entity.js';
import { bringDocumentIntoForce } from './document-stepping.js';
import { DOCUMENT_STEPS } from './document-steps.js';
import { Document } from './document.entity.js';
import { OFFICERS } from './officers.js';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

const Registered = payloadOf('registerDocument', Document);
const Related = payloadOf('relateDocuments', DocumentRelation);
const Issued = payloadOf('issueDocument', Document);
const BroughtIntoForce = payloadOf('bringDocumentIntoForce', Document);
const INPUT = { description: both('Nội dung đề nghị', 'What is asked for.') };

/** Writes documents on their way into force. */
@Resolver(() => Document)
export class DocumentDraftingResolver {
  @NeedsScope('coordination:write')
  @Mutation(() => Registered, {
    nullable: true,
    description: both(
      'Ghi vào sổ một dự thảo văn bản mà đơn vị thuộc phạm vi mình ban hành hoặc soạn thảo',
      'Puts a draft on record that an organisation in your scope issues or prepares.',
    ),
  })
  registerDocument(
    @Arg('input', () => RegisterDocumentInput, INPUT) input: RegisterDocumentInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<Document>> {
    return write.change({
      operation: 'registerDocument',
      answers: Document,
      by: OFFICERS,
      input,
      work: (tx) => registerDocument(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Related, {
    nullable: true,
    description: both(
      'Ghi quan hệ từ một văn bản thuộc phạm vi mình đến một văn bản khác',
      'Records how a document in your scope refers to another.',
    ),
  })
  relateDocuments(
    @Arg('input', () => RelateDocumentsInput, INPUT) input: RelateDocumentsInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<DocumentRelation>> {
    return write.change({
      operation: 'relateDocuments',
      answers: DocumentRelation,
      by: OFFICERS,
      input,
      work: (tx) => relateDocuments(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Issued, {
    nullable: true,
    description: both('Ban hành dự thảo với số hiệu và ngày', 'Issues a draft with its symbol and day.'),
  })
  issueDocument(
    @Arg('input', () => IssueDocumentInput, INPUT) input: IssueDocumentInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<Document>> {
    return write.change({
      operation: 'issueDocument',
      answers: Document,
      by: DOCUMENT_STEPS.issue.by,
      input,
      work: (tx) => issueDocument(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => BroughtIntoForce, {
    nullable: true,
    description: both('Ghi ngày văn bản có hiệu lực', 'Records from when an issued document holds.'),
  })
  bringDocumentIntoForce(
    @Arg('input', () => BringDocumentIntoForceInput, INPUT) input: BringDocumentIntoForceInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<Document>> {
    return write.change({
      operation: 'bringDocumentIntoForce',
      answers: Document,
      by: DOCUMENT_STEPS.bringIntoForce.by,
      input,
      work: (tx) => bringDocumentIntoForce(tx, input),
    });
  }
}
