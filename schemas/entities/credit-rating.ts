/** The credit rating of an enterprise for one year. */
import { CREDIT_GRADE } from '../codes/lists.ts';
import { defineEntity } from '../entity.ts';
import { code, date, decimal, identifier, integer, reference, text, timestamp } from '../field.ts';

export const CreditRating = defineEntity({
  name: 'credit_rating',
  table: 'credit_ratings',
  zh: '信用评价',
  en: 'credit rating',
  dataSets: ['306'],
  fields: {
    partyId: reference('party', { zh: '企业' }),
    partyName: text({ national: '306.BODY_NAME' }),
    partyCode: identifier({ national: '306.BODY_CODE' }),
    year: integer({ zh: '评价年度' }),
    score: decimal({ national: '306.DATA' }),
    grade: code(CREDIT_GRADE, { zh: '评价等级' }),
    publishedOn: date({ zh: '发布日期' }),
    modifiedAt: timestamp({ national: '306.DATA_TIMESTAMP' }),
  },
});
