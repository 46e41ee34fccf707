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
import { NOTICES, RESULTS } from './streams-trade.ts';
import { PURCHASE, TENDER } from './trade.ts';

const system = 'nagqu';
const gg = takeFrom(NOTICES);
const jg = takeFrom(RESULTS);
const LOT = { stream: 'sections', entity: 'section', kind: 'parent' } as const;
const PACKAGE = { ...LOT, entity: 'purchase_package' } as const;

export const notices = defineMapping({
  system,
  stream: NOTICES,
  version: 1,
  parts: [
    part(
      TenderNotice,
      {
        tenderProjectId: gg.reference('projectId', TENDER),
        noticeType: gg.lookup('type', NOTICE_TYPE, NOTICE_TYPE_OF),
        title: gg.text('title'),
        body: gg.html('txt'),
        publishedAt: gg.timestamp('publishTime'),
        modifiedAt: gg.timestamp('updateTime'),
      },
      { follows: 'tenderProjectId' },
    ),
    part(
      PurchaseNotice,
      {
        projectId: gg.reference('projectId', PURCHASE),
        noticeType: gg.lookup('type', PURCHASE_NOTICE_TYPE, NOTICE_TYPE_OF),
        title: gg.text('title'),
        body: gg.html('txt'),
        publishedAt: gg.timestamp('publishTime'),
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
        sectionId: jg.reference('sectionId', LOT),
        winnerName: jg.organizationName('winner'),
        amount: jg.money('amount', '元'),
        decidedAt: jg.timestamp('winDate'),
        modifiedAt: jg.timestamp('updateTime'),
      },
      { follows: 'sectionId' },
    ),
    part(
      PurchaseAward,
      {
        packageId: jg.reference('sectionId', PACKAGE),
        winnerName: jg.organizationName('winner'),
        amount: jg.money('amount', '元'),
        announcedAt: jg.timestamp('winDate'),
      },
      { follows: 'packageId' },
    ),
    mention(jg, { role: 'winner', partyRole: 'bidder', name: 'winner', code: 'winnerCode' }),
  ],
  neighbours: RESULT_BESIDE_LOT,
});
