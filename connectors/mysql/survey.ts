/** Looking at one table: what the catalog says. */
import type { Survey } from '../database/table.ts';
import { missingTable, SEARCHED_TABLES } from '../database/table-findings.ts';
import { findTable, hiddenColumns, namesNearby, presenceOfTable, type MysqlTable, type Wanted } from './catalog.ts';
import { mayWrite } from './grants.ts';
import type { Session } from './session.ts';
import { closedTable, tableFindings, type Account } from './table-findings.ts';

export async function surveyTable(session: Session, wanted: Wanted): Promise<Survey<MysqlTable>> {
  const { stream, name } = wanted;
  const account = await accountOf(session);
  const found = await findTable(session, wanted);
  if (!found) return { table: undefined, findings: [await absence(session, wanted, account)] };
  const hidden = await hiddenColumns(session, stream, found);
  const findings = tableFindings(stream, found, { account, hidden });
  const lines = (await session.ask('show grants')).flatMap((row) => Object.values(row));
  const written =
    found.mayWrite ||
    mayWrite(
      lines.filter((line) => line !== null),
      account.database,
      name,
    );
  return { table: { ...found, mayWrite: written }, findings };
}

async function accountOf(session: Session): Promise<Account> {
  const [row] = await session.ask('select current_user() as name, database() as db');
  return { name: row?.['name'] ?? '', database: row?.['db'] ?? '' };
}

async function absence(session: Session, { stream, name }: Wanted, account: Account) {
  if ((await presenceOfTable(session, name)) === 'closed') return closedTable(stream, name, account);
  const within = { zh: `库 ${account.database}`, en: `database ${account.database}` };
  const nearby = await namesNearby(session, name, SEARCHED_TABLES);
  return missingTable(stream, { table: name, within, nearby, check: 'database' });
}
