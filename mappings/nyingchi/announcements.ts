/** Notices, which name a project by its number, and results, which name a lot by its key. */
import { NOTICE_TYPE, PURCHASE_NOTICE_TYPE } from '../../schemas/codes/lists.ts';
import { PurchaseAward } from '../../schemas/entities/purchase-award.ts';
import { PurchaseNotice } from '../../schemas/entities/purchase-notice.ts';
import { TenderNotice } from '../../schemas/entities/tender-notice.ts';
import { TenderResult } from '../../schemas/entities/tender-result.ts';
import { defineMapping, part } from '../mapping.ts';
import { takeFrom } from '../take/index.ts';
import { mention } from '../take/mention.ts';
import { RESULT_BESIDE_LOT } from '../take/trade.ts';
import { NOTICE_TYPE_OF } from './lookups.ts';
import { PROJECT_ROLE } from './projects.ts';
import { NOTICES, RESULTS } from './streams.ts';

const system = 'nyingchi';
const gg = takeFrom(NOTICES);
const jg = takeFrom(RESULTS);
const LOT = { stream: '项目', entity: 'section', kind: 'parent' } as const;
const PACKAGE = { ...LOT, entity: 'purchase_package' } as const;
/** A notice may name a project of which no lot stands in the workbook. */
const TENDER = { ...LOT, entity: 'tender_project', kind: 'related', by: '项目编号', role: PROJECT_ROLE } as const;
const PURCHASE = { ...TENDER, entity: 'purchase_project' } as const;

export const notices = defineMapping({
  system,
  stream: NOTICES,
  version: 1,
  parts: [
    part(
      TenderNotice,
      {
        tenderProjectId: gg.reference('项目编号', TENDER),
        noticeType: gg.lookup('类型', NOTICE_TYPE, NOTICE_TYPE_OF),
        title: gg.text('标题'),
        publishedAt: gg.timestamp('发布日期'),
      },
      { follows: 'tenderProjectId' },
    ),
    part(
      PurchaseNotice,
      {
        projectId: gg.reference('项目编号', PURCHASE),
        noticeType: gg.lookup('类型', PURCHASE_NOTICE_TYPE, NOTICE_TYPE_OF),
        title: gg.text('标题'),
        publishedAt: gg.timestamp('发布日期'),
      },
      { follows: 'projectId' },
    ),
  ],
});

export const results = defineMapping({
  system,
  stream: RESULTS,
  version: 1,
  parts: [
    part(
      TenderResult,
      {
        sectionId: jg.reference('标段编号', LOT),
        winnerName: jg.organizationName('中标人'),
        amount: jg.money('中标价（万元）', '万元'),
        decidedAt: jg.timestamp('中标日期'),
      },
      { follows: 'sectionId' },
    ),
    part(
      PurchaseAward,
      {
        packageId: jg.reference('标段编号', PACKAGE),
        winnerName: jg.organizationName('中标人'),
        amount: jg.money('中标价（万元）', '万元'),
        announcedAt: jg.timestamp('中标日期'),
      },
      { follows: 'packageId' },
    ),
    mention(jg, { role: 'winner', partyRole: 'bidder', name: '中标人' }),
  ],
  neighbours: RESULT_BESIDE_LOT,
});
