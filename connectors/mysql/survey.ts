/** Looking at one table: what the catalog says, and what it holds. */
import { hashText } from '../../core/ids.ts';
import type { Content, Survey } from '../database/table.ts';
import { missingTable, SEARCHED_TABLES } from '../database/table-findings.ts';
import type { StreamContract } from '../stream.ts';
import { findTable, hiddenColumns, namesNearby, presenceOfTable, type MysqlTable, type Wanted } from './catalog.ts';
import { quoteName } from './column-sql.ts';
import { mayWrite } from './grants.ts';
import { frozenCondition, orderOf } from './order.ts';
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

/**
 * Counts and fingerprints the carried columns in one pass over the table, in the server: 64 bits of each row's hash,
 * summed, so that the order of the rows does not matter. Costs the server somewhat less than a reading.
 */
export async function measureContent(session: Session, stream: StreamContract, table: MysqlTable): Promise<Content> {
  const { content, name } = orderOf(stream, table);
  const hash = `cast(conv(left(${content}, 16), 16, 10) as unsigned)`;
  const frozen = frozenCondition(stream, table);
  const kept = frozen ?? 'true';
  const [row = {}] = await session.ask(
    `select count(case when ${kept} then 1 end) as n, sum(case when ${kept} then ${hash} end) as total, count(*) as whole
     from ${quoteName(table.table)}`,
  );
  // Records in another order are another delivery: cursors of the one say nothing in the other.
  const fingerprint = hashText(JSON.stringify([row['n'], row['total'], name]));
  const rows = Number(row['n']);
  return { rows, later: frozen === undefined ? null : Number(row['whole']) - rows, fingerprint };
}
