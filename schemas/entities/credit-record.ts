/** A published credit record: blacklist, violation or award. A withdrawn record stays, with that status. */
import { CREDIT_RECORD_TYPE, PARTY_TYPE } from '../codes/lists.ts';
import { DISCLOSURE_SCOPE } from '../codes/national.ts';
import { defineEntity } from '../entity.ts';
import { code, date, flag, identifier, text, timestamp } from '../field.ts';

export const CreditRecord = defineEntity({
  name: 'credit_record',
  table: 'credit_records',
  zh: '信用信息',
  en: 'credit record',
  dataSets: ['300', '302', '303', '304'],
  fields: {
    recordType: code(CREDIT_RECORD_TYPE, { zh: '信息类型' }),
    partyName: text({ national: ['302.BODY_NAME', '300.BODY_NAME', '304.BODY_NAME'] }),
    partyCode: identifier({ national: '302.BODY_CODE', personal: 'party_code' }),
    partyType: code(PARTY_TYPE, { national: '302.BODY_TYPE' }),
    reason: text({
      national: ['302.RECORD_REASON', '300.VIOLATING_INSTRUCTIONS', '304.REWARD_REASON'],
      longest: 500,
    }),
    documentNumber: text({ national: '302.DOCUMENT_CODE' }),
    authority: text({ national: '302.GOVERNMENT' }),
    decidedOn: date({ national: '302.RECORD_DATE' }),
    restrictedFrom: date({ national: '300.CONFINED_START' }),
    restrictedUntil: date({ national: '300.CONFINED_END' }),
    openEnded: flag({ zh: '长期限制' }),
    withdrawn: flag({ national: '302.REVOCATION_STATUS' }),
    disclosure: code(DISCLOSURE_SCOPE, { national: '302.SCOPE' }),
    modifiedAt: timestamp({ national: '302.DATA_TIMESTAMP' }),
  },
});
