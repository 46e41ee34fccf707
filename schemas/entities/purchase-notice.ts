/** A published notice of a purchase project. A notice is not the deal it announces. */
import { defineEntity } from '../entity.ts';
import { code, html, reference, text, timestamp } from '../field.ts';
import { PURCHASE_NOTICE_TYPE } from '../codes/lists.ts';

export const PurchaseNotice = defineEntity({
  name: 'purchase_notice',
  table: 'purchase_notices',
  zh: '采购公告',
  en: 'purchase notice',
  dataSets: ['551', '552', '553'],
  fields: {
    projectId: reference('purchase_project', { national: '551.PURCHASE_PROJECT_CODE' }),
    noticeType: code(PURCHASE_NOTICE_TYPE, { zh: '公告类型' }),
    title: text({ national: ['551.BULLETIN_TITLE', '552.TERMINATION_BULLETIN_TITLE', '553.WIN_BID_BULLETIN_TITLE'] }),
    body: html({
      national: ['551.BULLETIN_CONTENT', '552.TERMINATION_BULLETIN_CONTENT', '553.WIN_BID_BULLETIN_CONTENT'],
    }),
    publishedAt: timestamp({ national: ['551.BULLETIN_START_TIME', '552.MODIFICATION_START_TIME'] }),
    bidsCloseAt: timestamp({ national: ['551.BID_CLOSING_TIME', '552.POST_BID_CLOSING_TIME'] }),
  },
});
