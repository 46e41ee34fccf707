/** The announcement of a grant of a mining right. */
import { GRANT_MODE } from '../codes/national.ts';
import { defineEntity } from '../entity.ts';
import { code, html, money, reference, text, timestamp } from '../field.ts';

export const MiningAnnouncement = defineEntity({
  name: 'mining_announcement',
  table: 'mining_announcements',
  zh: '矿业权出让公告',
  en: 'mining announcement',
  dataSets: ['650', '651'],
  fields: {
    rightId: reference('mining_right', { zh: '矿业权' }),
    title: text({ national: '650.NA_APP_NAME' }),
    method: code(GRANT_MODE, { national: ['650.IN_BUY_KIND', '651.IN_BUY_KIND'] }),
    grantTerm: text({ national: ['650.QT_PLAN_YEARS', '651.QT_PLAN_YEARS'] }),
    startingPrice: money({ zh: '起始价' }),
    body: html({ zh: '公告内容' }),
    publishedAt: timestamp({ national: ['650.PUBLISHING_TIME', '651.PUBLISHING_TIME'] }),
    modifiedAt: timestamp({ national: '650.DATA_TIMESTAMP' }),
  },
});
