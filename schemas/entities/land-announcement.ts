/** The announcement of a grant of land-use rights. It is not the deal it leads to. */
import { GRANT_MODE } from '../codes/national.ts';
import { defineEntity } from '../entity.ts';
import { code, html, identifier, text, timestamp } from '../field.ts';

export const LandAnnouncement = defineEntity({
  name: 'land_announcement',
  table: 'land_announcements',
  zh: '土地出让公告',
  en: 'land announcement',
  dataSets: ['600'],
  fields: {
    guid: identifier({ national: '600.ANNOUNCEMENT_GUID' }),
    number: identifier({ national: '600.ANNOUNCEMENT_CODE' }),
    title: text({ national: '600.ANNOUNCEMENT_TITLE' }),
    method: code(GRANT_MODE, { national: '600.LISTING_TYPE' }),
    body: html({ national: '600.ANNOUNCEMENT_CONNECT' }),
    publishedAt: timestamp({ national: '600.PUBLISHING_TIME' }),
    closesAt: timestamp({ national: '600.LISTING_DEADLINE' }),
    contactUnit: text({ national: '600.LIAISON_UNIT' }),
    contactName: text({ national: '600.CONTACT_PERSON', personal: 'name' }),
    contactPhone: text({ national: '600.CONTACT_NUMBER', personal: 'phone' }),
    modifiedAt: timestamp({ national: '600.DATA_TIMESTAMP' }),
  },
});
