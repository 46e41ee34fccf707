/** Purchase projects and everything that hangs on them. */
import { ANSWERS, COMPLAINTS, FUNDS, ITEM_CLASSES, METHODS, OPERATORS, SUBJECTS } from '../world/lists.ts';
import { LAST_DAY, isoDay, officeTime } from '../forms/dates.ts';
import { DIVISIONS } from '../world/divisions.ts';
import { money, someBudget } from '../forms/money.ts';
import { noticeBody } from '../world/notices.ts';
import { packageRows, type IdSource, type Project } from './packages.ts';
import { mention, type Parties, type Party } from './parties.ts';
import { uniqueNumbers, type Random } from '../forms/random.ts';
import { belonging, makeRow, type Row } from '../types.ts';

export type ProjectTables = Record<'CG_XM' | 'CG_FB' | 'CG_GG' | 'CG_TB' | 'CG_ZBJG' | 'CG_HT' | 'CG_ZYTS', Row[]>;

function optional(random: Random, share: number, from: readonly Party[]): Party | null {
  return random.chance(share) ? null : random.pick(from);
}

function ends(random: Random): string {
  return random.pick(['10', '20', '30', '60', '60', '60', '60', '50', '60', '60', '60', '60', '90']);
}

function makeProject(random: Random, parties: Parties, id: string): Project {
  const purchaser = random.pick(parties.purchasers);
  const start = random.int(LAST_DAY - 1800, LAST_DAY - 120);
  const year = isoDay(start).slice(0, 4);
  const subject = random.pick(SUBJECTS);
  const status = ends(random);
  return {
    id,
    number: `XZZC${year}-${random.digits(5)}`,
    name: `${purchaser.name}${year}年${subject}采购项目`,
    purchaser,
    agency: optional(random, 0.3, parties.agencies),
    start,
    budget: someBudget(random),
    status,
    kind: random.pick(['A', 'A', 'C', 'B']),
    lots: status === '10' ? 0 : random.pick([1, 1, 1, 2, 2, 3]),
    itemClass: random.pick(ITEM_CLASSES)[0],
  };
}

function projectRow(random: Random, project: Project): Row {
  const { purchaser, agency } = project;
  const known = random.chance(0.71);
  const method = random.int(1, METHODS.length);
  const division = random.pick(DIVISIONS);
  const agencyName = agency === null ? null : mention(random, agency);
  const investment = `${isoDay(project.start).slice(0, 4)}-${division.code}-${random.digits(2)}-0${random.int(1, 3)}-${random.digits(6)}`;
  const row = makeRow('CG_XM', {
    XMID: project.id,
    XMBH: project.number,
    XMMC: project.name,
    CGRID: known ? purchaser.id : null,
    CGR_MC: mention(random, purchaser),
    CGDLID: agency !== null && random.chance(0.75) ? agency.id : null,
    CGDL_MC: agencyName,
    XMLB: project.kind,
    CGFS: String(method),
    CGFS_MC: METHODS[method - 1] ?? '',
    ZZXS: random.pick(['1', '2']),
    YSJE: money(project.budget),
    ZJLY: random.pick(FUNDS),
    XZQHDM: random.chance(0.06) ? random.pick(['540000', `${division.code.slice(0, 4)}00`]) : division.code,
    TZXMDM: project.kind === 'B' ? investment : null,
    LXSJ: officeTime(random, project.start),
    ZT: project.status,
    IS_DEL: '0',
    CZR: random.pick(OPERATORS),
    XGSJ: officeTime(random, project.start + random.int(20, 60)),
  });
  return belonging(project.number, row);
}

function noticeRow(random: Random, project: Project, id: string, kind: '1' | '2' | '3' | '4', day: number): Row {
  const what = { '1': '采购公告', '2': '更正公告', '3': '成交结果公告', '4': '废标公告' }[kind];
  const title = project.name + what;
  const facts = { title, number: project.number, purchaser: project.purchaser.name, budget: project.budget };
  return makeRow('CG_GG', {
    GGID: id,
    XMID: project.id,
    GGLX: kind,
    BT: title,
    NR: noticeBody(random, { ...facts, winner: kind === '3' ? '详见附件' : null }),
    FBSJ: officeTime(random, day),
    JZSJ: kind === '1' ? `${isoDay(day + 22)} 10:00:00.000` : null,
    IS_DEL: '0',
  });
}

function noticeRows(random: Random, project: Project, ids: IdSource): Row[] {
  if (project.status === '10') return [];
  const start = project.start + 10;
  const rows = [noticeRow(random, project, ids.next(), '1', start)];
  if (random.chance(0.1)) rows.push(noticeRow(random, project, ids.next(), '2', start + 5));
  if (['50', '60'].includes(project.status)) rows.push(noticeRow(random, project, ids.next(), '3', start + 35));
  if (project.status === '90') rows.push(noticeRow(random, project, ids.next(), '4', start + 35));
  return rows;
}

function complaintRow(random: Random, project: Project, id: string, by: string): Row {
  const answered = random.chance(0.35);
  return makeRow('CG_ZYTS', {
    ZYID: id,
    XMID: project.id,
    LX: random.pick(['1', '1', '2']),
    TCR: by,
    NR: random.pick(COMPLAINTS),
    DJSJ: officeTime(random, project.start + 50),
    DFNR: answered ? random.pick(ANSWERS) : null,
    ZT: answered ? '2' : random.pick(['1', '1', '3']),
  });
}

export function makeProjects(random: Random, scale: number, parties: Parties): ProjectTables {
  const tables: ProjectTables = { CG_XM: [], CG_FB: [], CG_GG: [], CG_TB: [], CG_ZBJG: [], CG_HT: [], CG_ZYTS: [] };
  const small = uniqueNumbers(random, 100_000, 9_999_999);
  const large = uniqueNumbers(random, 1_000_000, 99_999_999);
  const ids: IdSource = { next: () => String(small()), nextLarge: () => String(large()) };
  // A fifth of the suppliers registered and never took part.
  const active = parties.suppliers.slice(0, Math.ceil(parties.suppliers.length * 0.8));
  for (const supplier of active) supplier.row.leaf = false;
  for (const other of [...parties.purchasers, ...parties.agencies]) other.row.leaf = false;
  for (let index = 0; index < Math.max(2, Math.round(14 * scale)); index += 1) {
    const project = makeProject(random, parties, ids.next());
    const row = projectRow(random, project);
    const notices = noticeRows(random, project, ids);
    row.leaf = notices.length === 0;
    tables.CG_XM.push(row);
    tables.CG_GG.push(...notices);
    packageRows(random, project, ids, active, tables);
    if (!row.leaf && random.chance(0.25)) {
      tables.CG_ZYTS.push(complaintRow(random, project, ids.next(), random.pick(active).name));
    }
  }
  return tables;
}
