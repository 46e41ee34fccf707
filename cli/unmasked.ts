/** Unmasked output leaves a line in the access log first, and says so. */
import type { Database } from '../database/connection.ts';
import { recordAccess } from '../database/read/access-log.ts';
import type { CliContext } from './context.ts';

export async function logUnmasked(
  context: CliContext,
  database: Database,
  look: { readonly action: string; readonly subject: string },
): Promise<void> {
  const { operator, say } = context;
  await recordAccess(database, { operator, ...look });
  context.note(
    say(
      `个人信息未遮盖；本次访问已记录（${operator}，${look.action}）`,
      `not masked; this access is on record (${operator}, ${look.action})`,
    ),
  );
}
