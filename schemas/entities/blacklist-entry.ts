/** An enterprise or person on the blacklist: what the departments share. Derived from its credit record. */
import { defineEntity } from '../entity.ts';
import { date, flag, identifier, reference, text } from '../field.ts';

export const BlacklistEntry = defineEntity({
  name: 'blacklist_entry',
  table: 'blacklist_entries',
  zh: '黑名单',
  en: 'blacklist entry',
  dataSets: ['302'],
  fields: {
    creditRecordId: reference('credit_record', { national: '302.BLACKLIST_CODE' }),
    partyName: text({ national: '302.BODY_NAME' }),
    partyCode: identifier({ national: '302.BODY_CODE', personal: 'party_code' }),
    reason: text({ zh: '列入原因' }),
    authority: text({ national: '302.GOVERNMENT' }),
    listedOn: date({ national: '302.RECORD_DATE' }),
    restrictedFrom: date({ zh: '限制开始' }),
    restrictedUntil: date({ zh: '限制结束' }),
    openEnded: flag({ zh: '长期限制' }),
    withdrawn: flag({ national: '302.REVOCATION_STATUS' }),
  },
});
