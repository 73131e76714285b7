import type { Handlers } from './announced.js';

/** Every agency knows which organisation is below which, and which succeeded which, since scopes rest on it. */
export const EVERY_AGENCY: Handlers = {
  ORGANIZATION_EDGE: async (em, { content }) => {
    await em.execute('select keep_edge(jsonb_populate_record(null::organization_edge, ?::jsonb))', [
      JSON.stringify(content),
    ]);
  },
};
