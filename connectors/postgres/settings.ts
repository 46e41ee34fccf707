/** Settings of a PostgreSQL source. */
import { z } from 'zod';
import type { ConnectorContext } from '../connector.ts';
import * as database from '../database/settings.ts';

const FORM: database.UrlForm = {
  protocols: ['postgres:', 'postgresql:'],
  example: 'postgresql://用户:密码@主机:5432/库名',
  defaultPort: 5432,
};

export const settings = z
  .strictObject({
    ...database.ADDRESS_SETTINGS,
    ...database.RANGE_SETTINGS,
    schema: z.string().min(1).default('public'),
    /** What the bytes are in a database that does not know (`SQL_ASCII`) or lies. */
    encoding: z.enum(['utf-8', 'gb18030']).optional(),
  })
  .superRefine((given, context) => {
    for (const message of database.faultsOf(given, FORM)) context.addIssue({ code: 'custom', message });
  });

export type PostgresSettings = z.infer<typeof settings>;

/** @throws ConfigurationError where the file named by `ca` cannot be read. */
export function accessOf(given: PostgresSettings, context: ConnectorContext): Promise<database.Access> {
  return database.accessOf(given, FORM, context);
}
