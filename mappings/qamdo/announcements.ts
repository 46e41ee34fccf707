/** Notices of a project and results of its lots. */
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
import { TENDER_ANN_QUA_INQUERY_ANN, WIN_RESULT_ANNO } from './streams-trade.ts';
import { PURCHASE, TENDER } from './trade.ts';

const system = 'qamdo';
const an = takeFrom(TENDER_ANN_QUA_INQUERY_ANN);
const wr = takeFrom(WIN_RESULT_ANNO);
const LOT = { stream: 'SECTION', entity: 'section', kind: 'parent', by: 'BID_SECTION_CODE' } as const;
const PACKAGE = { ...LOT, entity: 'purchase_package' } as const;

export const notices = defineMapping({
  system,
  stream: TENDER_ANN_QUA_INQUERY_ANN,
  version: 1,
  parts: [
    part(
      TenderNotice,
      {
        tenderProjectId: an.reference('TENDER_PROJECT_CODE', TENDER),
        noticeType: an.lookup('BULLETIN_TYPE', NOTICE_TYPE, NOTICE_TYPE_OF),
        title: an.text('NOTICE_NAME'),
        body: an.html('NOTICE_CONTENT'),
        publishedAt: an.timestamp('NOTICE_SEND_TIME'),
        modifiedAt: an.timestamp('DATA_TIMESTAMP'),
      },
      { follows: 'tenderProjectId' },
    ),
    part(
      PurchaseNotice,
      {
        projectId: an.reference('TENDER_PROJECT_CODE', PURCHASE),
        noticeType: an.lookup('BULLETIN_TYPE', PURCHASE_NOTICE_TYPE, NOTICE_TYPE_OF),
        title: an.text('NOTICE_NAME'),
        body: an.html('NOTICE_CONTENT'),
        publishedAt: an.timestamp('NOTICE_SEND_TIME'),
      },
      { follows: 'projectId' },
    ),
  ],
});

export const results = defineMapping({
  system,
  stream: WIN_RESULT_ANNO,
  version: 1,
  parts: [
    part(
      TenderResult,
      {
        sectionId: wr.reference('BID_SECTION_CODE', LOT),
        winnerName: wr.organizationName('WIN_BIDDER_NAME'),
        amount: wr.moneyByCode('BID_AMOUNT', 'PRICE_UNIT', '元'),
        decidedAt: wr.timestamp('NOTICE_SEND_TIME'),
        modifiedAt: wr.timestamp('DATA_TIMESTAMP'),
      },
      { follows: 'sectionId' },
    ),
    part(
      PurchaseAward,
      {
        packageId: wr.reference('BID_SECTION_CODE', PACKAGE),
        winnerName: wr.organizationName('WIN_BIDDER_NAME'),
        amount: wr.moneyByCode('BID_AMOUNT', 'PRICE_UNIT', '元'),
        announcedAt: wr.timestamp('NOTICE_SEND_TIME'),
      },
      { follows: 'packageId' },
    ),
    mention(wr, { role: 'winner', partyRole: 'bidder', name: 'WIN_BIDDER_NAME', code: 'WIN_BIDDER_CODE' }),
  ],
  neighbours: RESULT_BESIDE_LOT,
});
