/** A certificate lock issued to a party. Its PIN is never migrated. */
import { CA_STATUS } from '../codes/lists.ts';
import { defineEntity } from '../entity.ts';
import { code, date, identifier, reference, text, timestamp } from '../field.ts';

export const CaLock = defineEntity({
  name: 'ca_lock',
  table: 'ca_locks',
  zh: 'CA锁',
  en: 'CA lock',
  dataSets: [],
  fields: {
    partyId: reference('party', { zh: '主体' }),
    serialNumber: identifier({ zh: '证书序列号' }),
    holderName: text({ zh: '持有人', personal: 'name' }),
    holderPhone: text({ zh: '持有人手机', personal: 'phone' }),
    validFrom: date({ zh: '有效期起' }),
    validUntil: date({ zh: '有效期止' }),
    status: code(CA_STATUS, { zh: '状态' }),
    issuedAt: timestamp({ zh: '发放时间' }),
  },
});
