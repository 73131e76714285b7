import { both } from '../../../schema/contract/text.js';
import type { Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import {
  AdministrativeUnit,
  Enterprise,
  Facility,
  LodgingQuarter,
  PublicBody,
  UnionOrganization,
} from '../borrowed.js';
import {
  NEWEST_YEAR,
  ofStandardYear,
  StandardRecognitionConnection,
  StandardYearFilter,
} from './standard-recognition-list.js';
import { StandardRecognition } from './standard-recognition.entity.js';
import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';

/** Adds to another agency's type its yearly recognitions. */
function standardRecognitionsOf(type: ClassType<Borrowed>) {
  @Resolver(() => type)
  class StandardRecognitionsResolver {
    @FieldResolver(() => StandardRecognitionConnection, {
      nullable: true,
      description: both(
        'Các lần được công nhận đạt tiêu chuẩn, năm mới nhất trước',
        'Its yearly recognitions by standards, newest year first.',
      ),
    })
    async standardRecognitions(
      @Root() { id }: Borrowed,
      @Args(() => StandardYearFilter) asked: StandardYearFilter,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() { read }: SubgraphContext,
    ): Promise<Connection<StandardRecognition>> {
      const listing = { by: 'subject', filters: await ofStandardYear(read, asked), order: NEWEST_YEAR };
      return read.page(StandardRecognition, { listing, page, parent: refOfId(id) });
    }
  }
  return StandardRecognitionsResolver;
}

/** What leads to yearly recognitions from every type that can be recognised. */
export const standardRecognitionContributions = [
  Enterprise,
  LodgingQuarter,
  UnionOrganization,
  PublicBody,
  Facility,
  AdministrativeUnit,
].map(standardRecognitionsOf);
