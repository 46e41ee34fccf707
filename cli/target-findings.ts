/** Can the target be reached and used? Nothing is made on the way. */
import { TargetError } from '../core/errors.ts';
import type { Language } from '../core/language.ts';
import { OLDEST_SERVER, readServerFacts, type ServerFacts } from '../database/read/server.ts';
import type { Settings } from '../pipelines/settings.ts';
import { openTarget, targetExists } from '../pipelines/workspace.ts';
import type { FindingLine } from '../reports/findings.ts';

const both = (text: string): Readonly<Record<Language, string>> => ({ zh: text, en: text });
const where = 'target';

function judge({ version, versionNumber, encoding, mayCreate, database }: ServerFacts): FindingLine[] {
  const faults: FindingLine[] = [];
  if (versionNumber < OLDEST_SERVER) {
    faults.push({
      where,
      level: 'error',
      rule: 'target_version',
      message: {
        zh: `PostgreSQL ${version} 过旧，需要 15 或更高版本`,
        en: `PostgreSQL ${version} is too old: 15 at least`,
      },
      next: { zh: '升级目标服务器，或换一台。', en: 'Upgrade the server or take another.' },
    });
  }
  if (encoding !== 'UTF8') {
    faults.push({
      where,
      level: 'error',
      rule: 'target_encoding',
      message: {
        zh: `数据库 ${database} 的编码是 ${encoding}，需要 UTF8`,
        en: `${database} is encoded in ${encoding}, not UTF8`,
      },
      next: { zh: '以 encoding=UTF8 另建一个数据库。', en: 'Create a database with encoding UTF8.' },
    });
  }
  if (!mayCreate) {
    faults.push({
      where,
      level: 'error',
      rule: 'target_rights',
      message: { zh: `用户无权在数据库 ${database} 中建立模式`, en: `the user may not create schemas in ${database}` },
      next: {
        zh: `由管理员执行 grant create on database "${database}"。`,
        en: `Have create granted on database "${database}".`,
      },
    });
  }
  return faults;
}

function reachable(version: string, label: string, migrated: boolean): FindingLine {
  const zh = `${label}，PostgreSQL ${version}，${migrated ? '已有结构' : '尚无结构，首次迁移时建立'}`;
  const en = `${label}, PostgreSQL ${version}, ${migrated ? 'structure present' : 'structure made by the first migrate'}`;
  return { where, level: 'info', rule: 'target_reachable', message: { zh, en } };
}

/** Faults of the target as findings: `check` reports everything, not only the first fault. */
export async function checkTarget(settings: Settings): Promise<FindingLine[]> {
  if (!(await targetExists(settings))) {
    const { directory } = settings.target;
    const message = {
      zh: `内嵌 PostgreSQL 将在首次迁移时建立于 ${directory}`,
      en: `the embedded PostgreSQL will be made in ${directory} by the first migrate`,
    };
    return [{ where, level: 'info', rule: 'target_new', message }];
  }
  try {
    const { database, label, migrated, close } = await openTarget(settings, 'untouched');
    try {
      const facts = await readServerFacts(database);
      return [reachable(facts.version, label, migrated), ...judge(facts)];
    } finally {
      await close();
    }
  } catch (thrown) {
    if (!(thrown instanceof TargetError)) throw thrown;
    const next = thrown.next === undefined ? {} : { next: both(thrown.next) };
    return [{ where, level: 'error', rule: 'target_unreachable', message: both(thrown.message), ...next }];
  }
}
