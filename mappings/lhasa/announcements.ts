/** Notices of a project and results of its lots; each is of the trade its project is of. */
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
import { QZK_GG, QZK_JG } from './streams-trade.ts';
import { PURCHASE, TENDER } from './trade.ts';

const system = 'lhasa';
const gg = takeFrom(QZK_GG);
const jg = takeFrom(QZK_JG);
const SECTION = { stream: 'qzk_bd', entity: 'section', kind: 'parent' } as const;
const PACKAGE = { ...SECTION, entity: 'purchase_package' } as const;

export const notices = defineMapping({
  system,
  stream: QZK_GG,
  version: 1,
  parts: [
    part(
      TenderNotice,
      {
        tenderProjectId: gg.reference('XMBM', TENDER),
        noticeType: gg.lookup('GGLX', NOTICE_TYPE, NOTICE_TYPE_OF),
        title: gg.text('GGBT'),
        body: gg.html('GGNR'),
        publishedAt: gg.timestamp('FBSJ'),
        modifiedAt: gg.timestamp('OP_TIME'),
      },
      { follows: 'tenderProjectId' },
    ),
    part(
      PurchaseNotice,
      {
        projectId: gg.reference('XMBM', PURCHASE),
        noticeType: gg.lookup('GGLX', PURCHASE_NOTICE_TYPE, NOTICE_TYPE_OF),
        title: gg.text('GGBT'),
        body: gg.html('GGNR'),
        publishedAt: gg.timestamp('FBSJ'),
      },
      { follows: 'projectId' },
    ),
  ],
});

export const results = defineMapping({
  system,
  stream: QZK_JG,
  version: 1,
  parts: [
    part(
      TenderResult,
      {
        sectionId: jg.reference('BDBM', SECTION),
        winnerName: jg.organizationName('ZBRMC'),
        amount: jg.money('ZBJ', '元'),
        decidedAt: jg.timestamp('ZBRQ'),
        modifiedAt: jg.timestamp('OP_TIME'),
      },
      { follows: 'sectionId' },
    ),
    part(
      PurchaseAward,
      {
        packageId: jg.reference('BDBM', PACKAGE),
        winnerName: jg.organizationName('ZBRMC'),
        amount: jg.money('ZBJ', '元'),
        announcedAt: jg.timestamp('ZBRQ'),
      },
      { follows: 'packageId' },
    ),
    mention(jg, { role: 'winner', partyRole: 'bidder', name: 'ZBRMC', code: 'ZBRDM' }),
  ],
  neighbours: RESULT_BESIDE_LOT,
});
