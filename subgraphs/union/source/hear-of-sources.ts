import type { Handlers } from '../../shared/events/announced.js';

const KEEP_SQL = `insert into known_source (key, title_vi, title_en, publisher, status, published_on, url)
  select key, title_vi, title_en, publisher, status, published_on, url
  from jsonb_populate_record(null::known_source, ?::jsonb)
  on conflict (key) do nothing`;

/** What the agency that keeps the register of sources tells of them, so that figures may cite them here. */
export const HEAR_OF_SOURCES: Handlers = {
  SOURCE_REGISTERED: async (em, { content }, source) => {
    if (source === 'coordination') await em.execute(KEEP_SQL, [JSON.stringify(content)]);
  },
};
