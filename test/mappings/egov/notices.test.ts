import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { attachments, notices } from '../../../mappings/egov/notices.ts';
import type { Mapping } from '../../../mappings/mapping.ts';
import { mapOne } from '../../setup/mapping.ts';
import type { Cells } from '../../setup/memory-connector.ts';

const misread = (text: string) => new TextDecoder('gb18030').decode(Buffer.from(text, 'utf8'));

function check(
  mapping: Mapping,
  cells: Cells,
  expected: Readonly<Record<string, unknown>>,
  issues: readonly string[] = [],
): void {
  it(`${JSON.stringify(cells)} → ${JSON.stringify(expected)}`, () => {
    const mapped = mapOne(mapping, { [mapping.stream.key[0] ?? '']: '7', ...cells });
    expect(mapped.values['']).toEqual(expected);
    expect(mapped.issues).toEqual(issues);
  });
}

describe('a notice', () => {
  check(
    notices,
    {
      GGBT: '道路改建招标公告',
      GGLX: '1',
      JYLB: 'A03',
      XMBH: 'JTZB-1',
      XMMC: '道路改建',
      LYDW: 'transport',
      CXBZ: '1',
    },
    {
      title: '道路改建招标公告',
      noticeType: '1',
      tradeCategory: 'A03',
      projectNumber: 'JTZB-1',
      projectName: '道路改建',
      sender: 'transport',
      withdrawn: true,
    },
  );
  check(notices, { GGLX: '7', JYLB: 'X01' }, {}, ['GGLX code_unknown loaded', 'JYLB code_unknown loaded']);
  check(notices, { XZQH: '542222' }, { divisionCode: '540521' }, ['XZQH division_retired repaired → 540521']);
  check(notices, { XZQH: '540998' }, {}, ['XZQH division_unknown loaded']);
  check(notices, { GGBT: '中标\x02公告' }, { title: '中标公告' }, ['GGBT control_char repaired → 中标公告']);
  check(notices, { GGBT: '<p>中标公告</p>' }, { title: '中标公告' }, ['GGBT html_in_text repaired → 中标公告']);
  check(notices, { XMMC: misread('国道改建工程') }, { projectName: '国道改建工程' }, [
    'XMMC mojibake repaired → 国道改建工程',
  ]);

  it.each([
    ['2020年02月07日', '2020-02-07 00:00:00'],
    ['2020-03-12 16:17:10', '2020-03-12 16:17:10'],
    ['2018-03-15 17:32', '2018-03-15 17:32:00'],
    ['2020-11-03', '2020-11-03 00:00:00'],
  ])('published %s', (FBSJ, publishedAt) => {
    expect(mapOne(notices, { GGID: '7', FBSJ }).values['']).toEqual({ publishedAt });
  });
  check(notices, { FBSJ: '2020-02-30', GXSJ: '0000-00-00 00:00:00' }, {}, [
    'FBSJ date_impossible loaded',
    'GXSJ date_placeholder repaired',
  ]);

  check(
    notices,
    { GGNR: '<p style="margin:0">正文</p><style>p{}</style>' },
    {
      body: '<p style="margin:0">正文</p><style>p{}</style>',
    },
  );
  check(notices, { GGNR: '<p onclick="x()">正文</p>' }, { body: '<p>正文</p>' }, [
    'GGNR html_script loaded → <p>正文</p>',
  ]);

  it('marked 撤销 stays; marked deleted is gone', () => {
    expect(mapOne(notices, { GGID: '7', CXBZ: '1', SCBZ: '0' }).deleted).toBe(false);
    expect(mapOne(notices, { GGID: '7', CXBZ: '0', SCBZ: '1' }).deleted).toBe(true);
  });
});

describe('the announced amount', () => {
  const amount = (ZBJE: string, JEDW: string | null, value: string | null, issues: readonly string[] = []) =>
    check(notices, { ZBJE, JEDW }, value === null ? {} : { announcedAmount: value }, issues);
  amount('5703.7651', '万元', '57037651');
  amount('13650959', '元', '13650959');
  amount('1,234.50', '元', '1234.5');
  amount('5703.7651', null, '57037651', ['ZBJE money_unit_missing repaired → 57037651']);
  amount('5703.7651', '', '57037651', ['ZBJE money_unit_missing repaired → 57037651']);
  amount('5703.7651万元', '元', '57037651', ['ZBJE money_suffix repaired → 57037651']);
  amount('13650959元', null, '13650959', ['ZBJE money_suffix repaired → 13650959']);
  amount('壹佰万元整', '元', '1000000', ['ZBJE money_capital repaired → 1000000']);
  amount('1.365E+7', '元', '13650000', ['ZBJE money_sci repaired → 13650000']);
  amount('详见公告', '元', null, ['ZBJE money_text loaded']);
  amount('下浮5%', '万元', null, ['ZBJE money_text loaded']);
  amount('100', '美金', null, ['JEDW code_unknown loaded']);
  amount('-5', '万元', '-50000', ['ZBJE money_negative quarantined']);
  amount('5703.7651', '亿元', '570376510000', ['ZBJE money_absurd quarantined']);
});

describe('an attachment', () => {
  const notice = canonicalId('published_notice', 'egov', 'xx_gg', 'ab-1');
  check(
    attachments,
    {
      GGID: ' ab-1',
      WJM: '附件1.doc',
      WJLJ: '/upload/a.pdf',
      WJDX: '3292KB',
      MD5: '3e27',
      SCSJ: '2020-03-12 17:06:21',
    },
    {
      noticeId: notice,
      fileName: '附件1.doc',
      path: '/upload/a.pdf',
      sizeBytes: '3371008',
      md5: '3e27',
      uploadedAt: '2020-03-12 17:06:21',
    },
  );
  check(attachments, { WJDX: '很大', SCSJ: '0000-00-00 00:00:00' }, {}, [
    'WJDX number_unreadable loaded',
    'SCSJ date_placeholder repaired',
  ]);
});
