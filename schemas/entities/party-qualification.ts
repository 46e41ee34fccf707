/** One qualification certificate of an enterprise. */
import { QUALIFICATION_LEVEL, QUALIFICATION_SERIES } from '../codes/lists.ts';
import { defineEntity } from '../entity.ts';
import { code, date, flag, identifier, reference, text, timestamp } from '../field.ts';

export const PartyQualification = defineEntity({
  name: 'party_qualification',
  table: 'party_qualifications',
  zh: '企业资质',
  en: 'party qualification',
  dataSets: ['103'],
  fields: {
    partyId: reference('party', { national: '103.LEGAL_CODE' }),
    series: code(QUALIFICATION_SERIES, { national: '103.QUAL_TYPE' }),
    name: text({ national: '103.QUAL_NAME' }),
    level: code(QUALIFICATION_LEVEL, { national: '103.QUAL_LEVEL' }),
    certificateNumber: identifier({ national: '103.QUAL_CERT_NO' }),
    validUntil: date({ national: '103.QUAL_CERT_END_DATE' }),
    openEnded: flag({ zh: '长期有效' }),
    modifiedAt: timestamp({ national: '103.DATA_TIMESTAMP' }),
  },
});
