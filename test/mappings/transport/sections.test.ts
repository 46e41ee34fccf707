import { describe, expect, it } from 'vitest';
import { canonicalId } from '../../../core/ids.ts';
import { notices, sections } from '../../../mappings/transport/projects.ts';
import { mapOne } from '../../setup/mapping.ts';
import { checkLines } from './check.ts';

const TENDER = canonicalId('tender_project', 'transport', 'jt_xm', '1');

describe('sections', () => {
  checkLines(
    sections,
    [],
    [
      [
        { XM_ID: '1', BD_MC: '第一标段', BD_LX: '施工', KZJ: '6114.3432', KZJ_DW: '万元' },
        { tenderProjectId: TENDER, name: '第一标段', workClass: 'construction', estimate: '61143432' },
      ],
      [
        { XM_ID: ' 1 ', BD_LX: '监理' },
        { tenderProjectId: TENDER, workClass: 'supervision' },
      ],
      [{ BD_LX: '设计' }, { workClass: 'design' }],
      [{ BD_LX: '检测' }, { workClass: 'testing' }],
      [{ BD_LX: '拆除' }, {}, 'BD_LX code_unknown loaded'],
      [{ GQ: '365天' }, { termText: '365天', termDays: '365' }],
      [{ GQ: '12个月' }, { termText: '12个月' }],
      [{ GQ: '365\n天' }, { termText: '365天', termDays: '365' }, 'GQ newline_in_text repaired → 365天'],
      [{ KBSJ: '2017-08-16 10:00:00' }, { openingAt: '2017-08-16 10:00:00' }],
      [{ KBSJ: '2017.8.18' }, { openingAt: '2017-08-18 00:00:00' }],
      [{ KBSJ: '0000-00-00' }, {}, 'KBSJ date_placeholder repaired'],
      [{ KBSJ: '2017-02-30' }, {}, 'KBSJ date_impossible loaded'],
      // The project will tell whether it is a slip of unit.
      [{ KZJ: '400000', KZJ_DW: '万元' }, { estimate: '4000000000' }],
      [{ KZJ: '-18182.2315', KZJ_DW: '万元' }, { estimate: '-181822315' }, 'KZJ money_negative quarantined'],
    ],
  );
});

describe('notices', () => {
  checkLines(
    notices,
    [],
    [
      [
        { XM_ID: '1', GG_BT: '某县公路招标公告', GG_LX: '招标公告', FB_SJ: '20190305' },
        { tenderProjectId: TENDER, title: '某县公路招标公告', noticeType: '1', publishedAt: '2019-03-05 00:00:00' },
      ],
      [{ GG_LX: '中标公示' }, { noticeType: '3' }],
      [{ GG_LX: '开标通知' }, {}, 'GG_LX code_unknown loaded'],
      [{ GG_NR: '<p>正文</p>' }, { body: '<p>正文</p>' }],
      [{ GG_NR: '<p>正文</p><script>x()</script>' }, { body: '<p>正文</p>' }, 'GG_NR html_script loaded → <p>正文</p>'],
      [{ GG_BT: '墨脱?公路' }, { title: '墨脱?公路' }, 'GG_BT gbk_lost loaded → 墨脱?公路'],
    ],
  );

  it('of a correction are clarifications too', () => {
    const cells = { GG_ID: '3', XM_ID: '1', GG_BT: '更正', GG_NR: '<p>延期</p>', FB_SJ: '2019-03-05 09:00:00' };
    const { values } = mapOne(notices, { ...cells, GG_LX: ' 更正公告' });
    expect(values['']?.['noticeType']).toBe('4');
    expect(values['clarification']).toEqual({
      tenderProjectId: TENDER,
      title: '更正',
      content: '<p>延期</p>',
      clarifiedAt: '2019-03-05 09:00:00',
    });
    for (const GG_LX of ['招标公告', '中标公示', '', null]) {
      expect(Object.keys(mapOne(notices, { ...cells, GG_LX }).values)).toEqual(['']);
    }
  });
});
