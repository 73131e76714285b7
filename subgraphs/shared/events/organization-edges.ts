import type { Handlers } from './announced.js';

/** Whose organisations each agency may tell of. */
const TELLS: Readonly<Record<string, string>> = {
  union: 'UnionOrganization:',
  coordination: 'PoliceOrganization:',
};

/**
 * Every agency knows which organisation is below which, and which succeeded which, since scopes rest on it. What an agency
 * tells of others' organisations is passed over, so that none can widen what another's officers see.
 */
export const EVERY_AGENCY: Handlers = {
  ORGANIZATION_EDGE: async (em, { content }, source) => {
    const own = TELLS[source];
    if (own === undefined || !String(content['below']).startsWith(own)) return;
    await em.execute('select keep_edge(jsonb_populate_record(null::organization_edge, ?::jsonb))', [
      JSON.stringify(content),
    ]);
  },
};
