import type { Logger } from '../../schema/contract/log.js';
import type { Running } from '../../schema/contract/process.js';
import type { FetchOrigin, LocalSubgraph } from '../../schema/contract/subgraph.js';
import type { Text } from '../../schema/contract/text.js';
import type { SubgraphContext } from './context.js';
import { Database } from './database/database.js';
import { tellingDatabaseFailures } from './database/failure.js';
import { outboxOf } from './database/outbox.js';
import type { Handlers, Outbox } from './events/announced.js';
import { Subscriber } from './events/subscriber.js';
import { forgetAnnouncements } from './jobs/forget-announcements.js';
import { forgetAnswers } from './jobs/forget-answers.js';
import { keepDoing, type Job } from './jobs/jobs.js';
import { foldTotals, mendTotals } from './jobs/kept-totals.js';
import { loadFolder, type LoadReport } from './loading/load.js';
import type { ReferenceList } from './loading/reference-list.js';
import { AS_PUBLIC, asActor } from './reading/access.js';
import { Reader } from './reading/reader.js';
import type { RecordClass } from './reading/rows.js';
import type { HubRecord } from './record.js';
import { actorOf } from './rights/actor.js';
import { federationSdl, subgraphSchema, type SchemaPlan } from './schema.js';
import { todayInVietnam } from './values/local-date.js';
import { Writer, type WriterOptions } from './writing/writer.js';
import type { MigrationObject } from '@mikro-orm/core';

/** All that makes one subgraph: its table of contents. */
export interface SubgraphPlan extends SchemaPlan {
  readonly name: string;
  /** The agency that answers for it. */
  readonly agency: Text;
  /** TCP port of its own process, where PORT does not say otherwise. */
  readonly port: number;
  /** Every mapped class: the records that are nodes and the relations between them. */
  readonly entities: readonly RecordClass<HubRecord>[];
  readonly migrations: MigrationObject[];
  /** What it does about what other agencies announce. */
  readonly handlers?: Handlers;
  /** What it does by itself as days pass. */
  readonly jobs?: readonly Job[];
  /** Folder of its first data. */
  readonly data: string;
  /** Long lists of other publishers, loaded with the first data. */
  readonly references?: readonly ReferenceList[];
}

/** How a subgraph is opened. */
export interface OpenOptions {
  readonly databaseUrl: string;
  /** Today in Vietnam; tests fix it. */
  readonly today?: () => string;
  readonly onStatement?: (sql: string) => void;
  /** How long announcements are kept that all have heard. Unit: days. */
  readonly announcementsKept?: number;
}

/** How long announcements are kept that all have heard, where no setting says otherwise. Unit: days. */
export const ANNOUNCEMENTS_KEPT = 90;

/** A subgraph with its database, ready to migrate, to load and to answer. */
export interface OpenSubgraph extends LocalSubgraph {
  readonly agency: Text;
  readonly database: Database;
  /** Loads the first data; loading again changes nothing. @throws HubError DATA_REFUSED, with nothing written */
  load(): Promise<LoadReport>;
  /** What it tells the other agencies. */
  readonly outbox: Outbox;
  /** Makes it hear another agency. */
  subscribe(outbox: Outbox): Subscriber;
  /** Does what is due, now and as days pass. */
  startJobs(log: Logger): Running;
}

/** What every subgraph does by itself. */
const JOBS: readonly Job[] = [forgetAnswers, foldTotals, mendTotals];

export { preparationSql } from './database/caller-role.js';
export { listen } from './events/listening.js';

/** Opens a subgraph on its database. */
export async function openSubgraph(plan: SubgraphPlan, options: OpenOptions): Promise<OpenSubgraph> {
  const { databaseUrl: url, today = todayInVietnam, onStatement } = options;
  const kept = options.announcementsKept ?? ANNOUNCEMENTS_KEPT;
  const schema = await subgraphSchema(plan);
  const database = await Database.open({
    url,
    records: plan.entities,
    migrations: plan.migrations,
    onStatement,
  });
  return {
    name: plan.name,
    agency: plan.agency,
    schema,
    sdl: await federationSdl(schema),
    database,
    contextFor: (origin) => contextOf(origin, { database, agency: plan.agency, today: today() }),
    isReady: () => database.isReady(),
    load: () => tellingDatabaseFailures(() => loadFolder(plan, database)),
    outbox: outboxOf(plan.name, database),
    subscribe: (outbox) =>
      new Subscriber({ reader: plan.name, outbox, database, handlers: plan.handlers ?? {} }),
    startJobs: (log) =>
      keepDoing([...JOBS, forgetAnnouncements(kept), ...(plan.jobs ?? [])], { database, today, log }),
    close: () => database.close(),
  };
}

/** What the resolvers of one fetch work with, as its caller may. */
function contextOf(origin: FetchOrigin, place: Omit<WriterOptions, 'actor' | 'requestId'>): SubgraphContext {
  const actor = actorOf(origin.caller);
  const { database, today } = place;
  return {
    ...origin,
    actor,
    today,
    read: new Reader(database.forCaller(), actor ? asActor(actor, today) : AS_PUBLIC),
    write: new Writer({ ...place, actor, requestId: origin.requestId }),
  };
}
