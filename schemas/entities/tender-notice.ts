/** A published notice of a tender project. A notice is not the result it announces. */
import { NOTICE_TYPE } from '../codes/lists.ts';
import { defineEntity } from '../entity.ts';
import { code, html, reference, text, timestamp } from '../field.ts';

export const TenderNotice = defineEntity({
  name: 'tender_notice',
  table: 'tender_notices',
  zh: '招标公告',
  en: 'tender notice',
  dataSets: ['503', '513'],
  fields: {
    tenderProjectId: reference('tender_project', { national: '503.TENDER_PROJECT_CODE' }),
    noticeType: code(NOTICE_TYPE, { national: '503.BULLETIN_TYPE' }),
    title: text({ national: ['503.NOTICE_NAME', '513.NOTICE_NAME'] }),
    body: html({ national: ['503.NOTICE_CONTENT', '513.NOTICE_CONTENT'] }),
    publishedAt: timestamp({ national: ['503.NOTICE_SEND_TIME', '513.NOTICE_SEND_TIME'] }),
    openingAt: timestamp({ national: '503.BID_OPEN_TIME' }),
    modifiedAt: timestamp({ national: '503.DATA_TIMESTAMP' }),
  },
});
