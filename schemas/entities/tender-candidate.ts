/** A ranked candidate for one section. */
import { defineEntity } from '../entity.ts';
import { decimal, integer, money, reference, text, timestamp } from '../field.ts';

export const TenderCandidate = defineEntity({
  name: 'tender_candidate',
  table: 'tender_candidates',
  zh: '中标候选人',
  en: 'tender candidate',
  dataSets: ['510', '511'],
  fields: {
    sectionId: reference('section', { national: '510.BID_SECTION_CODE' }),
    ranking: integer({ national: '510.WIN_CANDIDATE_ORDER' }),
    candidateName: text({ national: '510.WIN_CANDIDATE_NAME' }),
    candidateId: reference('party', { national: '510.WIN_CANDIDATE_CODE' }),
    price: money({ national: '510.BID_PRICE' }),
    score: decimal({ national: '510.EVALUATION_RESULT' }),
    modifiedAt: timestamp({ national: '510.DATA_TIMESTAMP' }),
  },
});
