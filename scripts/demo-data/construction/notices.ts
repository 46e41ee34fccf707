/** Notices of a tender project. */
import type { Section, Tender } from './tenders.ts';
import { guid } from './values.ts';
import { isoDay, officeTime } from '../forms/dates.ts';
import { noticeBody } from '../world/notices.ts';
import type { Random } from '../forms/random.ts';
import { makeRow, type Row } from '../types.ts';

const NOTICES: Readonly<Record<string, string>> = {
  '1': '招标公告',
  '2': '资格预审公告',
  '3': '中标结果公告',
  '9': '变更说明',
};

function noticeRow(
  random: Random,
  tender: Tender,
  kind: string,
  { day, opened }: { day: number; opened: number },
): Row {
  const title = tender.work.name + (NOTICES[kind] ?? '');
  const facts = { title, number: tender.number, purchaser: tender.work.owner.name, budget: tender.work.total };
  const body = noticeBody(random, { ...facts, winner: kind === '3' ? '详见附件' : null });
  return makeRow('GC_GG', {
    GGID: guid(random),
    ZBXMID: tender.id,
    BT: title,
    GGLX: kind,
    NR: body.replace('采购人：', '招标人：').replace('成交供应商：', '中标人：').replaceAll('采购文件', '招标文件'),
    FBSJ: officeTime(random, day),
    KBSJ: kind === '1' ? `${isoDay(opened)} 10:00:00.000` : null,
    DataState: '1',
    xgrqsj: officeTime(random, day),
  });
}

/** The notice of the tender, now and then a prequalification or a change, and the result where a section has one. */
export function tenderNotices(random: Random, tender: Tender, sections: readonly Section[]): Row[] {
  const opened = sections[0]?.opened ?? tender.work.start;
  const kinds = ['1', ...['2', '9'].filter(() => random.chance(0.06))];
  if (sections.some(({ status }) => status === '3')) kinds.push('3');
  return kinds.map((kind) => noticeRow(random, tender, kind, { day: opened + (kind === '3' ? 8 : -22), opened }));
}
