import { RULES } from '../schema/contract/settings.js';
import { text } from '../schema/contract/text.js';
import { z } from 'zod';

/** Where an agency's data lies: for its process and for the commands about its database. */
export const DATABASE_SETTING = {
  /** Address of the agency's PostgreSQL database, 15 or later. No default. */
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .register(
      RULES,
      text(
        'cần một địa chỉ PostgreSQL, ví dụ postgresql://user@host/database',
        'the address of a PostgreSQL database is needed, for example postgresql://user@host/database',
      ),
    ),
};
