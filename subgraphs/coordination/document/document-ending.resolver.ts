import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { payloadOf, type Payload } from '../../shared/writing/payload.js';
import {
  AmendDocumentInput,
  ExpireDocumentInput,
  ReplaceDocumentInput,
  RevokeDocumentInput,
} from './document-inputs.js';
import { amendDocument, endDocument, replaceDocument } from './document-stepping.js';
import { DOCUMENT_STEPS } from './document-steps.js';
import { Document } from './document.entity.js';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

const Amended = payloadOf('amendDocument', Document);
const Replaced = payloadOf('replaceDocument', Document);
const Revoked = payloadOf('revokeDocument', Document);
const Expired = payloadOf('expireDocument', Document);
const INPUT = { description: both('Nội dung đề nghị', 'What is asked for.') };

/** Writes what becomes of documents in force. */
@Resolver(() => Document)
export class DocumentEndingResolver {
  @NeedsScope('coordination:write')
  @Mutation(() => Amended, {
    nullable: true,
    description: both('Ghi văn bản sửa đổi, bổ sung', 'Records by which document one was amended.'),
  })
  amendDocument(
    @Arg('input', () => AmendDocumentInput, INPUT) input: AmendDocumentInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<Document>> {
    return write.change({
      operation: 'amendDocument',
      answers: Document,
      by: DOCUMENT_STEPS.amend.by,
      input,
      work: (tx) => amendDocument(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Replaced, {
    nullable: true,
    description: both(
      'Ghi văn bản thay thế; văn bản này hết hiệu lực từ ngày đầu của văn bản thay thế',
      'Records what took the place of a document, which ends on the first day of the other.',
    ),
  })
  replaceDocument(
    @Arg('input', () => ReplaceDocumentInput, INPUT) input: ReplaceDocumentInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<Document>> {
    return write.change({
      operation: 'replaceDocument',
      answers: Document,
      by: DOCUMENT_STEPS.replace.by,
      input,
      work: (tx) => replaceDocument(tx, input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Revoked, {
    nullable: true,
    description: both('Ghi việc bãi bỏ văn bản', 'Records that a document was revoked.'),
  })
  revokeDocument(
    @Arg('input', () => RevokeDocumentInput, INPUT) input: RevokeDocumentInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<Document>> {
    return write.change({
      operation: 'revokeDocument',
      answers: Document,
      by: DOCUMENT_STEPS.revoke.by,
      input,
      work: (tx) => endDocument(tx, 'revoke', input),
    });
  }

  @NeedsScope('coordination:write')
  @Mutation(() => Expired, {
    nullable: true,
    description: both('Ghi việc văn bản hết thời hạn', 'Records that the term of a document is over.'),
  })
  expireDocument(
    @Arg('input', () => ExpireDocumentInput, INPUT) input: ExpireDocumentInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<Document>> {
    return write.change({
      operation: 'expireDocument',
      answers: Document,
      by: DOCUMENT_STEPS.expire.by,
      input,
      work: (tx) => endDocument(tx, 'expire', input),
    });
  }
}
