import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../context.js';
import { PageArgs, type Connection } from '../page.js';
import { requireRole } from '../rights/require-role.js';
import { NeedsScope } from '../rights/scopes.js';
import { AuditEntryConnection, type AuditEntry } from './audit-entry.js';
import { AuditLogFilter, auditLogPage } from './audit-log.js';
import { Args, Ctx, Query, Resolver } from 'type-graphql';

/** Makes the resolver by which auditors read the log of a subgraph: `unionAuditLog` of `union`. */
export function auditLogResolver(subgraph: string) {
  const operation = `${subgraph}AuditLog`;

  @Resolver()
  class AuditLogResolver {
    @NeedsScope('audit:read')
    @Query(() => AuditEntryConnection, {
      name: operation,
      nullable: true,
      description: both(
        `Nhật ký kiểm toán của phân hệ ${subgraph}, mới nhất trước; chỉ dành cho vai trò AUDITOR`,
        `The audit log of the agency behind ${subgraph}, newest first; for the role AUDITOR alone.`,
      ),
    })
    async auditLog(
      @Args() page: PageArgs,
      @Args() filter: AuditLogFilter,
      @Ctx() context: SubgraphContext,
    ): Promise<Connection<AuditEntry>> {
      await requireRole(context, operation, ['AUDITOR']);
      return auditLogPage(context.read, page, filter);
    }
  }
  return AuditLogResolver;
}
