/** What an account may do, from what SHOW GRANTS prints. Source: MySQL manual, SHOW GRANTS; MariaDB documentation. */

const GRANT = /^GRANT (?<rights>.+?) ON (?:TABLE )?(?<target>\S+) TO /;
const WRITES = /\b(?:ALL PRIVILEGES|INSERT|UPDATE|DELETE|DROP|ALTER|CREATE|TRIGGER)\b/;
const NAME = /^(?:`(?<quoted>(?:[^`]|``)*)`|(?<bare>[^`.]+))$/;

interface Target {
  readonly database: string;
  readonly table: string;
}

/** Targets of the grants that let an account change something; `*` for all. Text that is no such grant is passed over. */
function writableTargets(lines: readonly string[]): Target[] {
  return lines.flatMap((line) => {
    const { rights = '', target = '' } = GRANT.exec(line)?.groups ?? {};
    // Rights on single columns are written behind them in brackets.
    if (!WRITES.test(rights)) return [];
    const [database = '', table = ''] = splitTarget(target);
    return [{ database: unquote(database), table: unquote(table) }];
  });
}

function splitTarget(target: string): string[] {
  return target.match(/`(?:[^`]|``)*`|[^.`]+/g) ?? [];
}

function unquote(text: string): string {
  const { quoted, bare = text } = NAME.exec(text)?.groups ?? {};
  return quoted?.replaceAll('``', '`') ?? bare;
}

/** Of a database, `_` and `%` stand for any character and any characters, unless a backslash stands before them. */
function databaseFits(pattern: string, database: string): boolean {
  if (pattern === '*') return true;
  const form = pattern.replaceAll(/\\?[%_]|[^%_\\]+|\\/g, (part) => {
    if (part === '%') return '.*';
    return part === '_' ? '.' : part.replace(/^\\(?=[%_])/, '').replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${form}$`, 's').test(database);
}

/** @param lines as SHOW GRANTS gives them; they hold a hash of the password and are for no message. */
export function mayWrite(lines: readonly string[], database: string, table: string): boolean {
  return writableTargets(lines).some(
    (target) => databaseFits(target.database, database) && (target.table === '*' || target.table === table),
  );
}
