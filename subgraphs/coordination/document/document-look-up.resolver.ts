import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { DocumentMatch, matchesOf } from './document-match.js';
import { SymbolReading, symbolReading } from './symbol-reading.js';
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';

/** What is known about a document that is looked up. */
@ArgsType()
class LookUpArgs {
  @Field(() => String, {
    description: both(
      'Số hiệu, viết cách nào cũng được; hoặc chỉ số của văn bản',
      'The symbol in any spelling, or just its number.',
    ),
  })
  readonly symbol!: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Cơ quan ban hành', 'An organisation that issued it.'),
  })
  readonly issuer?: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: both('Ngày ban hành', 'The day of issue; documents without a date stay candidates.'),
  })
  readonly issuedOn?: string;
}

/** Looks documents up by their symbols. */
@Resolver()
export class DocumentLookUpResolver {
  @Query(() => [DocumentMatch], {
    nullable: true,
    description: both(
      'Tra văn bản theo số hiệu; có thể có nhiều văn bản, khớp nhất đứng trước',
      'The documents that a symbol may mean, best match first.',
    ),
  })
  documentBySymbol(
    @Args() { symbol, issuer, issuedOn }: LookUpArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly DocumentMatch[]> {
    return matchesOf(read, { symbol, issuer, issuedOn });
  }

  @Query(() => SymbolReading, {
    nullable: true,
    description: both(
      'Phân tích một số hiệu văn bản, không cần có trong đồ thị',
      'Takes a document symbol apart, whether or not the graph has it.',
    ),
  })
  parseSymbol(
    @Arg('text', () => String, { description: both('Số hiệu', 'The symbol.') }) text: string,
    @Arg('lenient', () => Boolean, {
      defaultValue: false,
      description: both('Chấp nhận viết không dấu (ND-CP)', 'Understand plain ASCII as well (ND-CP).'),
    })
    lenient: boolean,
  ): SymbolReading {
    return symbolReading(text, lenient);
  }
}
