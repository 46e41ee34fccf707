/** A notice of any trade on the public site, numbered as its sender typed it. What it announces is said by the sender only. */
import { NOTICE_TYPE } from '../codes/lists.ts';
import { TRADE_CATEGORY } from '../codes/national.ts';
import { defineEntity } from '../entity.ts';
import { code, flag, html, identifier, money, text, timestamp } from '../field.ts';

export const PublishedNotice = defineEntity({
  name: 'published_notice',
  table: 'published_notices',
  zh: '网站公告',
  en: 'published notice',
  dataSets: ['501', '503', '513', '551', '553', '600', '700'],
  fields: {
    noticeType: code(NOTICE_TYPE, { national: '503.BULLETIN_TYPE' }),
    tradeCategory: code(TRADE_CATEGORY, { national: '501.TENDER_PROJECT_TYPE' }),
    title: text({ national: '503.NOTICE_NAME' }),
    projectNumber: identifier({ zh: '项目编号（发布单位填写）' }),
    projectName: text({ national: '501.TENDER_PROJECT_NAME' }),
    ownerName: text({ national: '501.TENDERER_NAME' }),
    agencyName: text({ national: '501.TENDER_AGENCY_NAME' }),
    winnerName: text({ national: '513.WIN_BIDDER_NAME' }),
    announcedAmount: money({ national: '513.BID_AMOUNT' }),
    divisionCode: identifier({ national: '501.REGION_CODE' }),
    publishedAt: timestamp({ national: '503.NOTICE_SEND_TIME' }),
    body: html({ national: '503.NOTICE_CONTENT' }),
    sender: text({ zh: '来源单位' }),
    withdrawn: flag({ zh: '是否撤销' }),
    modifiedAt: timestamp({ national: '503.DATA_TIMESTAMP' }),
  },
});
