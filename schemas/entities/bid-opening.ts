/** The record of one bid opening. */
import { defineEntity } from '../entity.ts';
import { integer, reference, text, timestamp } from '../field.ts';

export const BidOpening = defineEntity({
  name: 'bid_opening',
  table: 'bid_openings',
  zh: '开标记录',
  en: 'bid opening',
  dataSets: ['506'],
  fields: {
    sectionId: reference('section', { national: '506.BID_SECTION_CODES' }),
    openedAt: timestamp({ national: '506.BID_OPENING_TIME' }),
    place: text({ national: '506.BID_OPENING_ADDRESS' }),
    chairName: text({ national: '506.BID_OPENING_ACTOR', personal: 'name' }),
    bidderCount: integer({ zh: '投标人数量' }),
    content: text({ national: '506.BID_OPENING_CONTENT' }),
    modifiedAt: timestamp({ national: '506.DATA_TIMESTAMP' }),
  },
});
