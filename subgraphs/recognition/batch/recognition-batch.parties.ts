import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import { Activity, Movement, Organization } from '../borrowed.js';
import { RecognitionBatch } from './recognition-batch.entity.js';
import { FieldResolver, Resolver, Root } from 'type-graphql';

/** Leads from a batch to the records of other agencies. */
@Resolver(() => RecognitionBatch)
export class RecognitionBatchPartiesResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: both(
      'Tổ chức khen; với đề nghị: tổ chức được đề nghị khen',
      'The organisation that gives the award; of a proposal, the one that is asked to.',
    ),
  })
  authority(@Root() { authority }: RecognitionBatch): Borrowed {
    return borrowRef(authority);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both(
      'Tổ chức mà đối tượng được khen thuộc về; trống khi nguồn không nêu',
      'The organisation to which the recipients belong; null when not known.',
    ),
  })
  recipient(@Root() { recipient }: RecognitionBatch): Borrowed | null {
    return pointed(recipient);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Tổ chức đề nghị', 'The organisation that proposed the award.'),
  })
  proposedBy(@Root() { proposedBy }: RecognitionBatch): Borrowed | null {
    return pointed(proposedBy);
  }

  @FieldResolver(() => Movement, {
    nullable: true,
    description: both('Phong trào thi đua', 'The movement for which it was given.'),
  })
  movement(@Root() { movement }: RecognitionBatch): Borrowed | null {
    return pointed(movement);
  }

  @FieldResolver(() => Activity, {
    nullable: true,
    description: both('Hội nghị, hoạt động nơi trao', 'The conference or other activity where it was given.'),
  })
  activity(@Root() { activity }: RecognitionBatch): Borrowed | null {
    return pointed(activity);
  }
}

function pointed(ref: string | null): Borrowed | null {
  return ref === null ? null : borrowRef(ref);
}
