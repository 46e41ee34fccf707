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
import { NOTICE, RESULT } from './streams-trade.ts';
import { PURCHASE, TENDER } from './trade.ts';

const system = 'shannan';
const gg = takeFrom(NOTICE);
const jg = takeFrom(RESULT);
const LOT = { stream: 'section', entity: 'section', kind: 'parent' } as const;
const PACKAGE = { ...LOT, entity: 'purchase_package' } as const;

export const notices = defineMapping({
  system,
  stream: NOTICE,
  version: 1,
  parts: [
    part(
      TenderNotice,
      {
        tenderProjectId: gg.reference('project_id', TENDER),
        noticeType: gg.lookup('notice_type', NOTICE_TYPE, NOTICE_TYPE_OF),
        title: gg.text('title'),
        body: gg.html('content'),
        publishedAt: gg.timestamp('published_at'),
        modifiedAt: gg.timestamp('updated_at'),
      },
      { follows: 'tenderProjectId' },
    ),
    part(
      PurchaseNotice,
      {
        projectId: gg.reference('project_id', PURCHASE),
        noticeType: gg.lookup('notice_type', PURCHASE_NOTICE_TYPE, NOTICE_TYPE_OF),
        title: gg.text('title'),
        body: gg.html('content'),
        publishedAt: gg.timestamp('published_at'),
      },
      { follows: 'projectId' },
    ),
  ],
});

export const results = defineMapping({
  system,
  stream: RESULT,
  version: 1,
  parts: [
    part(
      TenderResult,
      {
        sectionId: jg.reference('section_id', LOT),
        winnerName: jg.organizationName('winner_name'),
        amount: jg.money('amount', '元'),
        decidedAt: jg.timestamp('win_date'),
        modifiedAt: jg.timestamp('updated_at'),
      },
      { follows: 'sectionId' },
    ),
    part(
      PurchaseAward,
      {
        packageId: jg.reference('section_id', PACKAGE),
        winnerName: jg.organizationName('winner_name'),
        amount: jg.money('amount', '元'),
        announcedAt: jg.timestamp('win_date'),
      },
      { follows: 'packageId' },
    ),
    mention(jg, { role: 'winner', partyRole: 'bidder', name: 'winner_name', code: 'winner_code' }),
  ],
  neighbours: RESULT_BESIDE_LOT,
});
